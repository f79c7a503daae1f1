//! News agencies by the names that credit lines use.
//!
//! A closed list, because a credit line is one or two words: "AFP" closes an article, "NATO" does not.

/// Names as credits write them, in lower case, with the name that the report uses.
const AGENCIES: &[(&str, &str)] = &[
    ("aap", "AAP"),
    ("afp", "AFP"),
    ("agence france-presse", "AFP"),
    ("agence france presse", "AFP"),
    ("anadolu", "Anadolu"),
    ("anadolu agency", "Anadolu"),
    ("ani", "ANI"),
    ("ansa", "ANSA"),
    ("ap", "AP"),
    ("apa", "APA"),
    ("associated press", "AP"),
    ("the associated press", "AP"),
    ("australian associated press", "AAP"),
    ("belga", "Belga"),
    ("bernama", "Bernama"),
    ("bloomberg", "Bloomberg"),
    ("bloomberg news", "Bloomberg"),
    ("canadian press", "The Canadian Press"),
    ("the canadian press", "The Canadian Press"),
    ("cp", "The Canadian Press"),
    ("dow jones newswires", "Dow Jones"),
    ("dpa", "DPA"),
    ("efe", "EFE"),
    ("ians", "IANS"),
    ("interfax", "Interfax"),
    ("irna", "IRNA"),
    ("kyodo", "Kyodo"),
    ("kyodo news", "Kyodo"),
    ("lusa", "Lusa"),
    ("pa", "PA"),
    ("pa media", "PA"),
    ("pap", "PAP"),
    ("press association", "PA"),
    ("the press association", "PA"),
    ("press trust of india", "PTI"),
    ("pti", "PTI"),
    ("reuters", "Reuters"),
    ("thomson reuters", "Reuters"),
    ("ria novosti", "RIA Novosti"),
    ("ritzau", "Ritzau"),
    ("tass", "TASS"),
    ("tt", "TT"),
    ("ukrinform", "Ukrinform"),
    ("united press international", "UPI"),
    ("upi", "UPI"),
    ("vna", "VNA"),
    ("xinhua", "Xinhua"),
    ("yonhap", "Yonhap"),
    ("yonhap news agency", "Yonhap"),
];

/// The agency that `written` names, in any case and with any marks around it.
#[must_use]
pub fn agency(written: &str) -> Option<&'static str> {
    let name = written.trim_matches(|c: char| !c.is_alphanumeric());
    if name.is_empty() || name.len() > 32 {
        return None;
    }
    AGENCIES.iter().find(|(alias, _)| alias.eq_ignore_ascii_case(name)).map(|(_, agency)| *agency)
}

#[cfg(test)]
mod tests {
    use super::agency;

    #[test]
    fn credits_name_agencies() {
        for (written, want) in [
            ("AFP", Some("AFP")),
            ("(Reuters)", Some("Reuters")),
            ("\u{2014} The Associated Press", Some("AP")),
            ("NATO", None),
            ("", None),
        ] {
            assert_eq!(agency(written), want, "{written}");
        }
    }
}
