//! Whether a rule reads in its examples what they say it must, and nothing else.
//!
//! [`crate::Checker::failing_examples`] runs the examples; this compares.

use super::{Example, ExampleClaim, Rule};
use crate::{claim::Claim, text::Source};
use std::ops::Range;

/// An example that did not give the claims that it must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The rule's name.
    pub rule: String,
    /// The path of the rule file.
    pub path: String,
    /// Where the example's text stands in it, in bytes.
    pub place: Range<usize>,
    /// The example's text.
    pub text: String,
    /// The claims it must give, a line each.
    pub wanted: Vec<String>,
    /// The claims it gave, a line each.
    pub got: Vec<String>,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lines = |claims: &[String]| match claims {
            [] => "    nothing\n".to_owned(),
            [_, ..] => claims.iter().map(|claim| format!("    {claim}\n")).collect(),
        };
        writeln!(f, "{}: {}", self.rule, self.text)?;
        write!(f, "  wanted\n{}  got\n{}", lines(&self.wanted), lines(&self.got))
    }
}

impl Example {
    /// The example as an article.
    #[must_use]
    pub fn source(&self) -> Source {
        Source {
            id: "example".to_owned(),
            text: self.text.clone(),
            published: self.published,
            ..Source::default()
        }
    }

    /// Its copy as another article.
    #[must_use]
    pub fn copy(&self) -> Option<Source> {
        let text = self.copy.clone()?;
        Some(Source { id: "copy".to_owned(), text, ..self.source() })
    }

    /// Compares the claims that a rule read in the example with those it must read.
    #[must_use]
    pub fn judge(&self, rule: &Rule, got: &[&Claim]) -> Option<Failure> {
        let quote = |claim: &Claim| &self.text[claim.span.range()];
        let fits = self.claims.len() == got.len()
            && self.claims.iter().zip(got).all(|(wanted, got)| wanted.fits(got, quote(got)));
        (!fits).then(|| Failure {
            rule: rule.name(),
            path: rule.path.clone(),
            place: self.place.clone(),
            text: self.text.clone(),
            wanted: self.claims.iter().map(ToString::to_string).collect(),
            got: got.iter().map(|claim| ExampleClaim::of(claim, quote(claim)).to_string()).collect(),
        })
    }
}

impl ExampleClaim {
    /// A claim with everything that an example may ask for.
    fn of(claim: &Claim, quote: &str) -> Self {
        Self {
            attribute: claim.attribute.clone(),
            display: Some(claim.display.clone()),
            quote: Some(quote.to_owned()),
            subject: claim.subject.clone(),
            polarity: Some(claim.stance.polarity),
            certainty: Some(claim.stance.certainty),
        }
    }

    /// Whether a claim is what the example asks for; what it does not mention may be anything.
    fn fits(&self, claim: &Claim, quote: &str) -> bool {
        let or_any = |wanted: Option<&str>, got: &str| wanted.is_none_or(|wanted| wanted == got);
        self.attribute == claim.attribute
            && or_any(self.display.as_deref(), &claim.display)
            && or_any(self.quote.as_deref(), quote)
            && self.subject.as_ref().is_none_or(|wanted| Some(wanted) == claim.subject.as_ref())
            && self.polarity.is_none_or(|wanted| wanted == claim.stance.polarity)
            && self.certainty.is_none_or(|wanted| wanted == claim.stance.certainty)
    }
}

impl std::fmt::Display for ExampleClaim {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.attribute)?;
        if let Some(display) = &self.display {
            write!(f, " = {display}")?;
        }
        if let Some(quote) = &self.quote {
            write!(f, " \"{quote}\"")?;
        }
        if let Some(subject) = &self.subject {
            write!(f, " of {subject}")?;
        }
        if let Some(polarity) = self.polarity {
            write!(f, " {polarity:?}")?;
        }
        if let Some(certainty) = self.certainty {
            write!(f, " {certainty:?}")?;
        }
        Ok(())
    }
}
