//! What can be wrong with a content file: where, against which rule, and what to write instead.

use std::fmt;

/// One finding in a content file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentProblem {
    /// The file, below `content/`.
    pub file: String,
    /// The line, where one is to blame.
    pub line: Option<usize>,
    /// The rule that is broken.
    pub rule: Rule,
    /// What was found, and what to write instead.
    pub message: String,
}

impl fmt::Display for ContentProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "content/{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}: {}", self.rule.name(), self.message)
    }
}

macro_rules! rules {
    ($($(#[$meta:meta])* $rule:ident = $name:literal,)*) => {
        /// What is asked of the texts. "Rule" with a number is one of those in `docs/rules.md`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule { $($(#[$meta])* $rule,)* }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Rule] = &[$(Rule::$rule,)*];

            /// The name in messages, and in the exceptions of `content/<language>/style.toml`.
            pub fn name(self) -> &'static str {
                match self { $(Rule::$rule => $name,)* }
            }
        }
    };
}

rules! {
    /// A file can be read.
    Readable = "readable",
    /// Every text exists in every language and at every level, and is not blank.
    Complete = "complete",
    /// What a file names exists, and exists once; what exists is named somewhere.
    Reference = "reference",
    /// Every fact names a source that we are sure of.
    Source = "source",
    /// At most 20 words a sentence, 12 at the simple level (rule 5).
    SentenceLength = "sentence-length",
    /// At most 3 sentences a paragraph (rule 5).
    ParagraphLength = "paragraph-length",
    /// No nudge, no shame, no false promise, no "1 in X" (rules 10, 14, 15, 24; the law page, section 8).
    Banned = "banned-phrase",
    /// A translation has the numbers, the placeholders and the paragraphs of the French.
    Facts = "facts",
    /// Every hard word is in the glossary (rule 6).
    Unexplained = "unexplained-term",
    /// Every use says what the software does and what a human does, with verbs (rule 3).
    Actors = "actors",
    /// What stands beside each other as a choice is equally long (rules 24, 25).
    Pairs = "equal-options",
    /// A title is short, a first line is one sentence.
    Short = "short",
    /// Every use says which sign is a reason to ask for help, or why there is none; the only numbers are those of the list.
    SafetyNet = "safety-net",
    /// Letters and spaces as they are printed in this language.
    Typography = "typography",
}
