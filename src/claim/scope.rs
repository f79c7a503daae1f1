//! What a measure covers: the targets of a truce, the area of a toll.

/// The things that something covers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Scope {
    /// What is covered, in the writer's words, canonical where a name.
    pub targets: Vec<String>,
    /// Whether the writer says that nothing else is covered ("only").
    pub exclusive: bool,
}
