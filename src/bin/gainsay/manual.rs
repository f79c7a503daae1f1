//! `gainsay completions` and `gainsay man`: what shells and `man` know of the commands, from their definition.

use crate::{
    args::{Args, Completions, Man},
    output::Output,
    status::Status,
};
use clap::CommandFactory;
use gainsay::Error;
use std::{fs, io, path::Path};

/// Writes the completions of a shell.
pub fn completions(options: &Completions) -> Result<Status, Vec<Error>> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Args::command(), "gainsay", &mut script);
    let mut output = Output::standard();
    let text = String::from_utf8_lossy(&script);
    output.write(&text).and_then(|()| output.flush()).map_err(|error| vec![error])?;
    Ok(Status::Quiet)
}

/// Writes a manual page for each command.
pub fn man(options: &Man) -> Result<Status, Vec<Error>> {
    let mut command = Args::command();
    command.build();
    let written =
        fs::create_dir_all(&options.folder).and_then(|()| pages(&command, "gainsay", &options.folder));
    written.map_err(|error| {
        vec![Error::Output {
            path: options.folder.display().to_string(),
            message: format!("expected a folder that can be written to, found an error: {error}"),
        }]
    })?;
    Ok(Status::Quiet)
}

fn pages(command: &clap::Command, name: &str, folder: &Path) -> io::Result<()> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).title(name).render(&mut page)?;
    fs::write(folder.join(format!("{name}.1")), page)?;
    for below in command.get_subcommands().filter(|below| below.get_name() != "help" && !below.is_hide_set())
    {
        pages(below, &format!("{name}-{}", below.get_name()), folder)?;
    }
    Ok(())
}
