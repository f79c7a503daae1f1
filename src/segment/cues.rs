//! The words by which the clutter around an article is known.
//!
//! Each phrase is one that a newsroom's page says of itself, so that a story about cookies or newsletters keeps its
//! sentences: single words that a story may use count only two at a time.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, MatchKind};
use std::sync::LazyLock;

/// What a phrase says about the block that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// Cookies, newsletters, law, navigation.
    Boilerplate,
    /// Half a cue for the same.
    Hint,
    /// Links that share the article.
    Share,
    /// A picture is described or credited.
    Caption,
    /// The author is introduced or can be reached.
    Author,
}

const PHRASES: &[(Cue, &[&str])] = &[
    (
        Cue::Boilerplate,
        &[
            "use of cookies",
            "uses cookies",
            "cookie settings",
            "cookie policy",
            "accept all cookies",
            "to your inbox",
            "your notification",
            "email notifications",
            "e-mail news updates",
            "e-mail you free",
            "you're all set",
            "you\u{2019}re all set",
            "sign up now",
            "sign up here",
            "sign up for our",
            "sign up for the",
            "sign up to follow",
            "sign up to receive",
            "sign up to get",
            "sign up today",
            "subscribe now",
            "subscribe today",
            "subscribe to our",
            "subscribe here",
            "our newsletter",
            "unsubscribe",
            "already a subscriber",
            "all rights reserved",
            "may not be published, broadcast",
            "may not be reproduced",
            "may not be republished",
            "enable javascript",
            "ad blocker",
            "create an account",
            "log in to comment",
            "sign in to comment",
            "support our journalism",
            "download our app",
            "download the app",
            "news app on",
            "itunes and google play",
            "follow us on",
            "like us on",
            "check back for updates",
            "for updates on this story",
            "story will be updated",
            "this is a developing story",
            "refresh for updates",
            "click here to",
            "tap here to",
            "scroll down for",
            "story continues below",
            "article continues below",
            "skip advertisement",
            "breaking news alerts",
        ],
    ),
    (
        Cue::Hint,
        &[
            "cookies",
            "privacy policy",
            "terms of use",
            "terms of service",
            "newsletter",
            "subscribe",
            "sign up",
            "inbox",
            "advertisement",
            "copyright",
            "\u{A9}",
            "click here",
            "log in",
            "breaking news",
            "your browser",
            "read more",
            "our app",
            "the app",
        ],
    ),
    (
        Cue::Share,
        &[
            "share on facebook",
            "share on twitter",
            "share on x",
            "share on linkedin",
            "share on whatsapp",
            "share this article",
            "share this story",
            "share this page",
            "share via",
            "share by email",
            "intent/tweet",
            "sharer.php",
            "sharearticle",
            "email this article",
            "tweet this",
        ],
    ),
    (
        Cue::Caption,
        &[
            "(not pictured)",
            "(pictured",
            "pictured above",
            "pictured here",
            "pictured left",
            "pictured right",
            "(left)",
            "(right)",
            "(center)",
            "(centre)",
            "(l)",
            "(r)",
            "(c)",
            "(l-r)",
            "photo by ",
            "photo courtesy",
            "(photo",
            "(file photo",
            "photo credit",
            "image credit",
            "picture credit",
            "getty images",
            "handout photo",
            "undated photo",
            "screengrab",
        ],
    ),
    (
        Cue::Author,
        &[
            "contributed to this report",
            "contributed to this story",
            "contributed to this article",
            "contributed reporting",
            "can be reached at",
            "follow her on",
            "follow him on",
            "reach the reporter",
            "contact the reporter",
            "contact the author",
        ],
    ),
];

/// How a line opens that points to other articles.
pub(super) const RELATED_OPENINGS: Openings = Openings::of(&[
    "related article",
    "related:",
    "related stories",
    "related story",
    "related news",
    "related coverage",
    "related topics",
    "related content",
    "read more",
    "read also",
    "also read",
    "read next",
    "read:",
    "more on this",
    "more from",
    "more stories",
    "more news",
    "see also",
    "don't miss",
    "recommended",
    "you may also like",
    "you might also like",
    "most read",
    "most popular",
    "trending",
    "top stories",
    "in case you missed it",
    "watch:",
    "listen:",
    "previous story",
    "next story",
    "earlier story",
]);

/// How a line opens that describes a picture.
pub(super) const CAPTION_OPENINGS: Openings = Openings::of(&[
    "photo:",
    "photos:",
    "picture:",
    "image:",
    "caption:",
    "video:",
    "file photo",
    "file -",
    "file \u{2013}",
    "file \u{2014}",
    "a file photo",
    "an undated photo",
    "an aerial view",
    "in this photo",
    "in this image",
    "in this picture",
    "in this file",
    "this photo ",
    "this image ",
    "this picture ",
    "this file photo",
    "this undated photo",
    "pictured:",
    "pictured is",
    "screenshot",
    "a screenshot of",
    "a screen grab",
    "a view of",
    "photograph:",
    "photograph by",
    "illustration:",
]);

/// Words that make the last bracket of a block a picture's credit.
pub(super) const CREDIT_WORDS: &[&str] = &[
    "photo",
    "photos",
    "photograph",
    "picture",
    "image",
    "images",
    "getty",
    "pool",
    "file",
    "handout",
    "courtesy",
    "via",
    "credit",
    "screenshot",
    "screengrab",
    "video",
    "camera",
    "photographer",
    "staff",
    "archive",
    "provided",
    "supplied",
];

/// How a line opens that says what may be done with the text.
pub(super) const LEGAL_OPENINGS: Openings = Openings::of(&["copyright ", "\u{A9}", "(c) ", "disclaimer:"]);

/// How a line opens that says where the text comes from.
pub(super) const CREDIT_OPENINGS: Openings = Openings::of(&[
    "original url",
    "original source",
    "originally published",
    "original article",
    "source:",
    "sources:",
    "source url",
    "with inputs from",
    "with reporting by",
    "(with inputs from",
    "(with reporting by",
    "reporting by",
    "(reporting by",
    "additional reporting by",
    "(additional reporting by",
    "editing by",
    "(editing by",
    "writing by",
    "(writing by",
    "compiled by",
    "(inputs from",
]);

/// How a line opens that names the author.
pub(super) const BYLINE_OPENINGS: Openings = Openings::of(&[
    "by ",
    "written by ",
    "story by ",
    "posted by ",
    "published by ",
    "author:",
    "words by ",
    "text by ",
    "from our ",
]);

/// Lines that are nothing but a page's furniture, without their marks.
pub(super) const FURNITURE: &[&str] = &[
    "advertisement",
    "advertise with us",
    "avatar",
    "back to top",
    "close",
    "comments",
    "leave a comment",
    "live updates",
    "load more",
    "loading",
    "menu",
    "news feed",
    "no comments",
    "show more",
    "show less",
    "skip to content",
    "skip to main content",
    "sponsored content",
    "story continues",
    "view comments",
    "watch live",
    "breaking news",
    "latest news",
    "view all",
    "see more",
    "share",
    "tweet",
    "email",
    "print",
];

/// Offices of a newsroom, with which the line under an author's name ends.
pub(super) const NEWSROOM_OFFICES: &[&str] = &[
    "editor",
    "reporter",
    "correspondent",
    "journalist",
    "writer",
    "columnist",
    "producer",
    "contributor",
    "photographer",
    "intern",
    "chief",
    "bureau",
    "desk",
    "staff",
];

static SCAN: LazyLock<(AhoCorasick, Vec<Cue>)> = LazyLock::new(|| {
    let phrases = PHRASES.iter().flat_map(|(_, phrases)| phrases.iter());
    let scan = AhoCorasickBuilder::new()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .prefilter(false)
        .kind(Some(AhoCorasickKind::DFA))
        .build(phrases)
        .expect("the phrases are few and short");
    (scan, PHRASES.iter().flat_map(|(cue, phrases)| phrases.iter().map(|_| *cue)).collect())
});

/// The cues in `text`, in order, with where each starts; one pass over the bytes.
pub(super) fn cues(text: &str) -> impl Iterator<Item = (usize, Cue)> {
    let (scan, cues) = &*SCAN;
    scan.find_iter(text).map(|found| (found.start(), cues[found.pattern().as_usize()]))
}

/// Ways in which a line opens, with the two signs that any of them starts with: hardly any other line starts with both.
#[derive(Debug)]
pub(super) struct Openings {
    words: &'static [&'static str],
    /// By the first sign a bit for each second one.
    seconds: [u32; 27],
}

impl Openings {
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let (mut seconds, mut at) = ([0; 27], 0);
        while at < words.len() {
            let opening = words[at].as_bytes();
            seconds[letter(opening[0])] |= 1 << letter(opening[1]);
            at += 1;
        }
        Self { words, seconds }
    }

    /// Whether a text opens so, in any case.
    pub(super) fn open(&self, text: &str) -> bool {
        let text = text.as_bytes();
        let [first, second, ..] = text else { return false };
        self.seconds[letter(*first)] & 1 << letter(*second) != 0
            && self.words.iter().map(|opening| opening.as_bytes()).any(|opening| {
                text.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening))
            })
    }
}

/// The place of a letter in the alphabet, in either case; all other signs share one.
const fn letter(byte: u8) -> usize {
    match byte | 0x20 {
        letter @ b'a'..=b'z' => (letter - b'a') as usize,
        _ => 26,
    }
}
