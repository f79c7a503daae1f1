//! The number of a noun by its form: whether it is a plural, and its singular.
//!
//! English endings with the common exceptions. Which word of a phrase is its head is for [`super::head`].

use crate::text::Shapes;

/// Plurals that no ending gives away, with their singular.
const IRREGULAR: &[(&str, &str)] = &[
    ("people", "person"),
    ("persons", "person"),
    ("folk", "person"),
    ("folks", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("grandchildren", "grandchild"),
    ("stepchildren", "stepchild"),
    ("schoolchildren", "schoolchild"),
    ("brethren", "brother"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("geese", "goose"),
    ("mice", "mouse"),
    ("lives", "life"),
    ("wives", "wife"),
    ("housewives", "housewife"),
    ("midwives", "midwife"),
    ("knives", "knife"),
    ("wolves", "wolf"),
    ("thieves", "thief"),
    ("halves", "half"),
    ("leaves", "leaf"),
    ("loaves", "loaf"),
    ("shelves", "shelf"),
    ("calves", "calf"),
    ("wharves", "wharf"),
    ("crises", "crisis"),
    ("bases", "base"),
    ("analyses", "analysis"),
    ("movies", "movie"),
    ("rookies", "rookie"),
    ("cookies", "cookie"),
    ("prairies", "prairie"),
    ("zombies", "zombie"),
    ("junkies", "junkie"),
    ("shoes", "shoe"),
    ("canoes", "canoe"),
    ("horseshoes", "horseshoe"),
    ("axes", "axe"),
    ("buses", "bus"),
    ("minibuses", "minibus"),
    ("gases", "gas"),
    ("viruses", "virus"),
    ("campuses", "campus"),
    ("bonuses", "bonus"),
    ("criteria", "criterion"),
    ("phenomena", "phenomenon"),
    ("bacteria", "bacterium"),
    ("fungi", "fungus"),
    ("alumni", "alumnus"),
];

/// Words that are their own plural.
const SAME: &[&str] = &[
    "aircraft",
    "cattle",
    "craft",
    "crew",
    "deer",
    "fish",
    "hovercraft",
    "infantry",
    "livestock",
    "military",
    "offspring",
    "personnel",
    "police",
    "poultry",
    "series",
    "sheep",
    "spacecraft",
    "species",
    "staff",
    "swine",
    "troops",
    "cavalry",
    "clergy",
    "paratroops",
];

/// Plurals in -is, of nouns in -i.
const PLURAL_IS: &[&str] = &[
    "afghanis",
    "alawis",
    "alibis",
    "azerbaijanis",
    "azeris",
    "bahrainis",
    "bangladeshis",
    "bengalis",
    "bikinis",
    "emiratis",
    "ferraris",
    "gujaratis",
    "houthis",
    "iraqis",
    "israelis",
    "jihadis",
    "kashmiris",
    "kiwis",
    "kuwaitis",
    "maoris",
    "nazis",
    "nepalis",
    "omanis",
    "pakistanis",
    "punjabis",
    "qataris",
    "rabbis",
    "safaris",
    "salafis",
    "saudis",
    "sindhis",
    "skis",
    "somalis",
    "sunnis",
    "taxis",
    "tsunamis",
    "tutsis",
    "yazidis",
    "yemenis",
    "yezidis",
];

/// Words in -s that are no plurals.
const SINGULAR_S: &[&str] = &[
    "always",
    "as",
    "bias",
    "canvas",
    "chaos",
    "christmas",
    "cosmos",
    "gas",
    "his",
    "its",
    "lens",
    "mathematics",
    "news",
    "overseas",
    "perhaps",
    "physics",
    "plus",
    "politics",
    "rabies",
    "sometimes",
    "texas",
    "this",
    "thus",
    "towards",
    "us",
    "versus",
    "was",
    "whereas",
    "yes",
    "upstairs",
    "downstairs",
    "besides",
    "nowadays",
    "kansas",
    "arkansas",
    "illinois",
    "dallas",
    "angeles",
    "vegas",
    "orleans",
    "paris",
    "honduras",
    "athens",
];

/// The shapes of the words that are their own plural and of the plurals that no ending gives away.
static SHAPES: Shapes = {
    let mut shapes = Shapes::NONE.with_all(SAME);
    let mut at = 0;
    while at < IRREGULAR.len() {
        shapes = shapes.with(IRREGULAR[at].0);
        at += 1;
    }
    shapes
};

/// Whether a lower-case word has the form of a plural.
pub(in crate::read) fn is_plural(word: &str) -> bool {
    let listed = || SAME.contains(&word) || IRREGULAR.iter().any(|&(plural, _)| plural == word);
    if SHAPES.admit(word) && listed() {
        return true;
    }
    if let Some(stem) = word.strip_suffix("men") {
        return stem.len() > 1 && !matches!(word, "specimen" | "regimen" | "abdomen" | "acumen" | "yemen");
    }
    word.len() > 2
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && (!word.ends_with("is") || PLURAL_IS.contains(&word))
        && !SINGULAR_S.contains(&word)
}

/// The singular of a lower-case noun; a singular is its own.
pub(super) fn singular(word: &str) -> String {
    if SHAPES.admit(word) {
        if SAME.contains(&word) {
            return word.to_owned();
        }
        if let Some(&(_, singular)) = IRREGULAR.iter().find(|&&(plural, _)| plural == word) {
            return singular.to_owned();
        }
    }
    if !is_plural(word) {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("men") {
        return format!("{stem}man");
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    let hissing = ["sses", "shes", "ches", "xes", "zzes", "oes"];
    let cut = if hissing.iter().any(|ending| word.ends_with(ending)) { 2 } else { 1 };
    word[..word.len() - cut].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_have_their_singulars() {
        for (plural, want) in [
            ("people", "person"),
            ("policemen", "policeman"),
            ("women", "woman"),
            ("children", "child"),
            ("villages", "village"),
            ("houses", "house"),
            ("buses", "bus"),
            ("churches", "church"),
            ("casualties", "casualty"),
            ("thieves", "thief"),
            ("detectives", "detective"),
            ("hostages", "hostage"),
            ("heroes", "hero"),
            ("police", "police"),
            ("glasses", "glass"),
            ("iranians", "iranian"),
            ("israelis", "israeli"),
        ] {
            assert!(is_plural(plural), "{plural}");
            assert_eq!(singular(plural), want, "{plural}");
        }
    }

    #[test]
    fn singulars_stay() {
        for word in
            ["man", "bus", "boss", "crisis", "specimen", "officer", "gas", "news", "woman", "tennis", "paris"]
        {
            assert!(!is_plural(word), "{word}");
            assert_eq!(singular(word), word);
        }
    }
}
