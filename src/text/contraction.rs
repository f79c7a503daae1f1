//! Negated short forms, which tokens and rules alike take for the words that they stand for: "wasn't" is "was not".

/// The word that "n't" stands for.
pub(crate) const NOT: &str = "not";

/// The auxiliary of which a word in lower case is what stands before the apostrophe: "wasn" of "wasn't". "Can" is itself.
pub(crate) fn auxiliary(short: &str) -> Option<&'static str> {
    Some(match short {
        "isn" | "ain" => "is",
        "aren" => "are",
        "wasn" => "was",
        "weren" => "were",
        "hasn" => "has",
        "haven" => "have",
        "hadn" => "had",
        "don" => "do",
        "doesn" => "does",
        "didn" => "did",
        "won" => "will",
        "wouldn" => "would",
        "couldn" => "could",
        "shouldn" => "should",
        "mightn" => "might",
        "mustn" => "must",
        "needn" => "need",
        _ => return None,
    })
}
