//! Why a finding has its verdict; its `Display` is the sentence shown.

use std::fmt;

/// Why a finding has its verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Two figures whose bounds exclude each other.
    FiguresExclude { left: String, right: String },
    /// Two figures that could both hold, though a reader is told two.
    FiguresDiffer { left: String, right: String },
    /// Two figures that overlap.
    FiguresOverlap { left: String, right: String },
    /// Two speakers in one article, each with a figure.
    SpeakersDiffer { left: String, right: String },
    /// A later source has another figure.
    LaterFigure { earlier: String, later: String },
    /// The later text itself puts the earlier figure aside, in these words.
    Corrected { earlier: String, later: String, words: String },
    /// Two ages a year apart, where the later source may have been written after a birthday.
    Birthday { left: String, right: String },
    /// Two dates or times that share no instant.
    TimesExclude { left: String, right: String },
    /// Two dates or times that share some of their instants.
    TimesOverlap { left: String, right: String },
    /// Two times so near each other that one may be said for the other.
    TimesNear { left: String, right: String },
    /// Two hours of which one alone has its zone named.
    ZoneUnsaid { left: String, right: String },
    /// One time lies in the other.
    TimeWithin { inner: String, outer: String },
    /// Two lengths of time of which neither can be the other.
    LengthsExclude { left: String, right: String },
    /// Two lengths of time that can be one, as they are rounded, bounded or told.
    LengthsFit { left: String, right: String },
    /// Two places, neither in the other.
    PlacesDiffer { left: String, right: String },
    /// One place lies in the other.
    PlaceWithin { inner: String, outer: String },
    /// Two complete lists that differ, or a name that only one has.
    NamesDiffer { only_left: Vec<String>, only_right: Vec<String> },
    /// One list holds the other.
    NamesWithin { extra: Vec<String> },
    /// Two scopes, neither in the other.
    ScopesDiffer { left: String, right: String },
    /// One scope lies in the other.
    ScopeWithin { inner: String, outer: String },
    /// One says that it is so, the other that it is not.
    PolarityDiffers { left: String, right: String },
    /// Two wordings that should be one.
    WordsDiffer { left: String, right: String },
    /// Two spellings of what looks like one name.
    SpellingsDiffer { left: String, right: String },
    /// They say the same.
    Same { value: String },
    /// They are about different things.
    Apart { why: String },
}

impl Reason {
    /// The code in reports, in snake case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::FiguresExclude { .. } => "figures_exclude",
            Self::FiguresDiffer { .. } => "figures_differ",
            Self::FiguresOverlap { .. } => "figures_overlap",
            Self::SpeakersDiffer { .. } => "speakers_differ",
            Self::LaterFigure { .. } => "later_figure",
            Self::Corrected { .. } => "corrected",
            Self::Birthday { .. } => "birthday",
            Self::TimesExclude { .. } => "times_exclude",
            Self::TimesOverlap { .. } => "times_overlap",
            Self::TimesNear { .. } => "times_near",
            Self::ZoneUnsaid { .. } => "zone_unsaid",
            Self::LengthsExclude { .. } => "lengths_exclude",
            Self::LengthsFit { .. } => "lengths_fit",
            Self::TimeWithin { .. } => "time_within",
            Self::PlacesDiffer { .. } => "places_differ",
            Self::PlaceWithin { .. } => "place_within",
            Self::NamesDiffer { .. } => "names_differ",
            Self::NamesWithin { .. } => "names_within",
            Self::ScopesDiffer { .. } => "scopes_differ",
            Self::ScopeWithin { .. } => "scope_within",
            Self::PolarityDiffers { .. } => "polarity_differs",
            Self::WordsDiffer { .. } => "words_differ",
            Self::SpellingsDiffer { .. } => "spellings_differ",
            Self::Same { .. } => "same",
            Self::Apart { .. } => "apart",
        }
    }

    /// The values in it by name, in a fixed order, for machine-readable reports.
    #[must_use]
    pub fn parts(&self) -> Vec<(&'static str, Vec<&str>)> {
        match self {
            Self::FiguresExclude { left, right }
            | Self::FiguresDiffer { left, right }
            | Self::FiguresOverlap { left, right }
            | Self::SpeakersDiffer { left, right }
            | Self::Birthday { left, right }
            | Self::TimesExclude { left, right }
            | Self::TimesOverlap { left, right }
            | Self::TimesNear { left, right }
            | Self::ZoneUnsaid { left, right }
            | Self::LengthsExclude { left, right }
            | Self::LengthsFit { left, right }
            | Self::PlacesDiffer { left, right }
            | Self::ScopesDiffer { left, right }
            | Self::PolarityDiffers { left, right }
            | Self::WordsDiffer { left, right }
            | Self::SpellingsDiffer { left, right } => vec![("left", vec![left]), ("right", vec![right])],
            Self::LaterFigure { earlier, later } => {
                vec![("earlier", vec![earlier]), ("later", vec![later])]
            }
            Self::Corrected { earlier, later, words } => {
                vec![("earlier", vec![earlier]), ("later", vec![later]), ("words", vec![words])]
            }
            Self::TimeWithin { inner, outer }
            | Self::PlaceWithin { inner, outer }
            | Self::ScopeWithin { inner, outer } => vec![("inner", vec![inner]), ("outer", vec![outer])],
            Self::NamesDiffer { only_left, only_right } => vec![
                ("only_left", only_left.iter().map(String::as_str).collect()),
                ("only_right", only_right.iter().map(String::as_str).collect()),
            ],
            Self::NamesWithin { extra } => vec![("extra", extra.iter().map(String::as_str).collect())],
            Self::Same { value } => vec![("value", vec![value])],
            Self::Apart { why } => vec![("why", vec![why])],
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FiguresExclude { left, right } => write!(f, "{left} and {right} cannot both be right"),
            Self::FiguresDiffer { left, right } => {
                write!(f, "both could hold, but a reader is told {left} here and {right} there")
            }
            Self::FiguresOverlap { left, right } => write!(f, "{left} and {right} overlap"),
            Self::SpeakersDiffer { left, right } => write!(f, "the speakers differ: {left}, {right}"),
            Self::LaterFigure { earlier, later } => {
                write!(f, "a later source has {later} instead of {earlier}")
            }
            Self::Corrected { earlier, later, words } => {
                write!(f, "{later} corrects {earlier}: \"{words}\"")
            }
            Self::Birthday { left, right } => {
                write!(f, "{left} and {right} can be one person's age on the dates of the two articles")
            }
            Self::TimesExclude { left, right } => write!(f, "{left} and {right} share no moment"),
            Self::TimesOverlap { left, right } => write!(f, "{left} and {right} overlap"),
            Self::TimesNear { left, right } => write!(f, "{left} and {right} are near enough to be one time"),
            Self::ZoneUnsaid { left, right } => {
                write!(f, "{left} and {right} may be one moment: only one of them names its zone")
            }
            Self::LengthsExclude { left, right } => write!(f, "{left} and {right} are two lengths of time"),
            Self::LengthsFit { left, right } => write!(f, "{left} and {right} can be one length of time"),
            Self::TimeWithin { inner, outer } => write!(f, "{inner} lies in {outer}"),
            Self::PlacesDiffer { left, right } => {
                write!(f, "{left} is not in {right}, nor the other way round")
            }
            Self::PlaceWithin { inner, outer } => write!(f, "{inner} lies in {outer}"),
            Self::NamesDiffer { only_left, only_right } => {
                write!(
                    f,
                    "only one side has {}",
                    [only_left.join(", "), only_right.join(", ")].join("; the other, ")
                )
            }
            Self::NamesWithin { extra } => write!(f, "one list adds {}", extra.join(", ")),
            Self::ScopesDiffer { left, right } => write!(f, "\"{left}\" is not \"{right}\""),
            Self::ScopeWithin { inner, outer } => write!(f, "\"{inner}\" is part of \"{outer}\""),
            Self::PolarityDiffers { left, right } => write!(f, "{left}, but {right}"),
            Self::WordsDiffer { left, right } => write!(f, "\"{left}\" against \"{right}\""),
            Self::SpellingsDiffer { left, right } => write!(f, "{left} or {right}: one name, two spellings"),
            Self::Same { value } => write!(f, "all say {value}"),
            Self::Apart { why } => f.write_str(why),
        }
    }
}
