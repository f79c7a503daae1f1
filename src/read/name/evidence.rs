//! What stands beside words with a capital letter and tells that they name a person, whatever the words are.
//!
//! ```text
//! evidence   = fate | age | apposition | kin behind it
//!            | role | relation "," | act | "said" | loss before it
//! fate       = "died" | ("was" | "were") "also"? (a participle of what only happens to people)    "Kalo Deens was shot"
//! age        = "," figure ("," | ".") | "(" figure ")" | "," ("who" | "aged")                  "Mere Contreras, 31,"
//! apposition = "," article? word{0,5} role (preposition | mark)             "Mzwandile Nhlapo, regional secretary of"
//! kin        = "'s" (relation | "body" | "death" | ...)                       "Nodira Yuldasheva's sister"
//! role       = a singular noun for a person                                   "farmer Xhevdet Rrustemi"
//! relation   = a family word or office                                        "his wife, Nodira Yuldasheva"
//! act        = "charged" | "arrested" | ...                                   "charged Xhevdet Rrustemi with"
//! loss       = ("death" | "killing" | ...) "of"                               "the death of Kalo Deens"
//! thing      = "," ("which" | place) | role | a kind of thing or the mark of one    behind it: no person, whatever else
//!                                                                             "Thermo Arvid, which", "Osk Velden police"
//! ```
//!
//! Words that no lexicon knows need less: that nothing around them speaks against a person ([`is_free`]).

use super::super::phrase::behind_is;
use crate::text::{Case, Token, TokenKind, Tokens, WordClass, WordSet};

/// Nouns for a person.
const ROLES: WordClass = WordClass::PEOPLE.union(WordClass::OFFICE).union(WordClass::KIN);

/// The most words between a comma and the role that explains a name.
const MOST_BEFORE_ROLE: usize = 6;

/// Whether something around the words between `tokens` and `rest` tells a person.
pub(super) fn is_told(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    is_told_behind(rest)
        || is_explained(rest)
        || owns_kin(rest)
        || is_behind_loss(tokens)
        || is_behind_role(tokens)
        || is_acted_on(tokens)
        || is_behind_said(tokens)
}

/// fate | age
pub(super) fn is_told_behind(rest: Tokens<'_>) -> bool {
    if has_fate(rest) {
        return true;
    }
    let Some(mark) = rest.first().map(|token| rest.text_of(token)) else { return false };
    let next = rest.skip(1);
    let age = next.first().is_some_and(|token| {
        token.kind == TokenKind::Number
            && next.text_of(token).parse::<u32>().is_ok_and(|years| (1..=110).contains(&years))
    });
    let closed =
        next.skip(1).first().is_none_or(|token| matches!(next.text_of(token), "," | "." | ")" | ";" | "and"));
    match mark {
        "," => age && closed || next.first_is("who") || next.first_is("aged"),
        "(" => age && next.skip(1).first().is_some_and(|token| next.text_of(token) == ")"),
        _ => false,
    }
}

/// fate
fn has_fate(rest: Tokens<'_>) -> bool {
    const FATES: &[&str] = &[
        "killed",
        "shot",
        "stabbed",
        "wounded",
        "injured",
        "murdered",
        "slain",
        "pronounced",
        "hospitalized",
        "hospitalised",
        "arrested",
        "handcuffed",
        "jailed",
        "born",
        "buried",
        "kidnapped",
        "beaten",
    ];
    let was = rest.first_among(&["was", "were"]);
    let behind = rest.skip(1);
    let behind = behind.skip(usize::from(behind.first_among(&["also", "fatally", "found"])));
    rest.first_is("died") || was && behind.first_among(FATES)
}

/// apposition
fn is_explained(rest: Tokens<'_>) -> bool {
    if !rest.first().is_some_and(|token| rest.text_of(token) == ",") {
        return false;
    }
    let phrase = rest.skip(1);
    let article = phrase.first_in(WordClass::DETERMINER);
    let mut head: Option<&Token> = None;
    for token in phrase.as_slice().iter().take(MOST_BEFORE_ROLE + 2) {
        let ends = match token.kind {
            TokenKind::Word => token.is(WordClass::PREPOSITION) || phrase.text_of(token) == "who",
            TokenKind::Punctuation => !token.glued || matches!(phrase.text_of(token), "," | "." | ")"),
            _ => false,
        };
        if ends {
            return head.is_some_and(|head| {
                if article {
                    is_one_person(phrase, head)
                } else {
                    head.is(WordClass::OFFICE | WordClass::KIN)
                }
            });
        }
        head = Some(token);
    }
    false
}

/// Whether a word is a noun for one person.
fn is_one_person(tokens: Tokens<'_>, word: &Token) -> bool {
    static MANY: WordSet = WordSet::of(&["police", "people", "men", "women", "children", "youth", "folk"]);
    let written = tokens.text_of(word);
    word.kind == TokenKind::Word
        && word.is(ROLES)
        && (!written.ends_with('s') || written.ends_with("ss"))
        && !MANY.holds(word, tokens.source())
}

/// kin
fn owns_kin(rest: Tokens<'_>) -> bool {
    const OWNED: &[&str] = &[
        "body",
        "death",
        "murder",
        "killing",
        "arrest",
        "family",
        "lawyer",
        "attorney",
        "home",
        "arm",
        "leg",
        "head",
        "face",
        "hand",
        "parents",
        "friends",
        "friend",
        "career",
        "birthday",
        "funeral",
        "resignation",
        "trial",
    ];
    let Some(clitic) = rest.first() else { return false };
    let owned = rest.skip(1);
    clitic.kind == TokenKind::Clitic
        && matches!(rest.text_of(clitic), "'s" | "\u{2019}s")
        && (owned.first_in(WordClass::KIN) || owned.first_among(OWNED))
}

/// loss
pub(super) fn is_behind_loss(tokens: Tokens<'_>) -> bool {
    const LOSSES: &[&str] = &["death", "deaths", "killing", "murder", "slaying", "kidnapping", "arrest"];
    behind_is(&tokens, 1, &["of"]) && behind_is(&tokens, 2, LOSSES)
}

/// role | relation ","
fn is_behind_role(tokens: Tokens<'_>) -> bool {
    let Some(before) = tokens.behind(1) else { return false };
    if before.case == Case::Lower && is_one_person(tokens, before) {
        return true;
    }
    tokens.text_of(before) == ","
        && tokens.behind(2).is_some_and(|role| {
            role.case == Case::Lower
                && role.is(WordClass::KIN | WordClass::OFFICE)
                && is_one_person(tokens, role)
        })
}

/// act
fn is_acted_on(tokens: Tokens<'_>) -> bool {
    const ACTS: &[&str] = &[
        "charged",
        "arrested",
        "detained",
        "killed",
        "shot",
        "stabbed",
        "murdered",
        "married",
        "appointed",
        "accused",
        "convicted",
        "sentenced",
        "acquitted",
        "quoted",
        "rescued",
        "jailed",
        "interviewed",
    ];
    if behind_is(&tokens, 1, &["as"]) {
        return behind_is(&tokens, 2, &["identified", "named", "nominated"]);
    }
    behind_is(&tokens, 1, ACTS)
}

/// "said"
fn is_behind_said(tokens: Tokens<'_>) -> bool {
    behind_is(&tokens, 1, &["said", "says", "told"])
        && tokens.behind(2).is_some_and(|before| {
            matches!(tokens.text_of(before), "," | "\"" | "\u{201D}" | "'" | "\u{2019}")
        })
}

/// Whether what stands behind the words shows that they name no person: ", which", a noun that they tell more about, a
/// street's or firm's mark.
pub(super) fn is_thing(rest: Tokens<'_>) -> bool {
    const THINGS: &[&str] = &[
        "&",
        "-",
        "/",
        "newspaper",
        "daily",
        "magazine",
        "weekly",
        "agency",
        "website",
        "club",
        "team",
        "group",
        "party",
        "area",
        "building",
        "refugee",
        "camp",
        "restaurant",
        "bar",
        "nightclub",
        "airport",
        "stadium",
        "hotel",
        "hospital",
        "police",
    ];
    let Some(next) = rest.first() else { return false };
    let behind = rest.skip(1);
    rest.text_of(next) == ","
        && (behind.first_is("which")
            || behind.first().is_some_and(|place| place.is_capitalised() && place.is(WordClass::PLACE_NAME)))
        || rest.first_among(THINGS)
        || next.is(WordClass::PLACE_MARK.union(WordClass::ORGANIZATION)) && next.case != Case::Lower
        || next.case == Case::Lower && next.is(ROLES) && !next.is(WordClass::VERB.union(WordClass::FUNCTION))
}

/// Whether words that no lexicon knows stand as a person's name would, though nothing tells one: behind a preposition of
/// persons, a verb or a mark, and before no possession.
pub(super) fn is_free(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const OTHERS: &[&str] = &[
        "in", "at", "near", "outside", "inside", "via", "around", "across", "into", "on", "aboard", "of",
        "through", "toward", "towards", "called", "named", "dubbed", "titled", "sell", "sells", "selling",
        "sold", "bought", "buy", "acquire", "acquired", "using", "make", "makes",
    ];
    let before_fits = tokens.behind(1).is_none_or(|before| match before.kind {
        TokenKind::Word => {
            before.case == Case::Lower
                && !before.is(WordClass::DETERMINER)
                && !behind_is(&tokens, 1, OTHERS)
                && before.is(WordClass::FUNCTION
                    | WordClass::PREPOSITION
                    | WordClass::VERB
                    | WordClass::PRONOUN
                    | WordClass::PEOPLE)
        }
        TokenKind::Punctuation => !matches!(tokens.text_of(before), "-" | "/" | "&"),
        _ => false,
    });
    let behind_fits =
        rest.first().is_none_or(|next| !matches!(next.kind, TokenKind::Number | TokenKind::Clitic));
    before_fits && behind_fits
}
