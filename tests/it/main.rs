//! The integration tests, in one binary so that they link once.

mod alike;
mod architecture;
mod blind;
mod broken;
mod commands;
mod contract;
mod corrections;
mod docs;
mod events;
mod figures;
mod groups;
mod hostile;
mod inputs;
mod laws;
mod names;
mod newsroom;
mod pages;
mod picture;
mod reports;
mod rules;
mod rules_author;
mod rules_broken;
mod rules_docs;
mod rules_schema;
mod story;
mod times;
