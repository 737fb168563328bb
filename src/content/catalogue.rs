//! The catalogue: texts of the common uses of AI in care, and of the common reuses of data.

use super::reader::Reader;
use super::safety_net::{NetFile, NetTexts, SafetyNet};
use super::{Localised, Picture, Reading, Rule, Stage};
use crate::choices::{Id, Regime, Request};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The catalogue's facts and texts of one use. Nothing here is about one hospital.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// Where in care it usually happens.
    pub stages: Vec<Stage>,
    /// What shows it; `None` only if the content is broken.
    pub picture: Option<Picture>,
    /// The moments of care to which it belongs; none if patients never meet it.
    pub moments: Vec<Id>,
    /// What kind of say the law gives; a register may give more, not less.
    pub regime: Option<Regime>,
    /// What may usually be asked for.
    pub requests: Vec<Request>,
    /// The questions that go with it.
    pub questions: Vec<Id>,
    /// The patient's own tool, not the hospital's.
    pub by_patient: bool,
    /// What it is for, beyond the patient's own care.
    pub purpose: Option<Purpose>,
    /// Another body than the place of care decides on it.
    pub elsewhere: bool,
    /// Where the facts come from.
    pub sources: Vec<String>,
    /// Which sign is a reason to ask for help; `None` only if the content is broken.
    pub net: Option<SafetyNet>,
    /// The texts.
    pub texts: EntryTexts<Localised>,
}

/// What data are reused for, as far as standards have a word for it (HL7 v3 ActReason, DPV).
///
/// The order of the variants is a wire format: what patients keep on their devices (postcard) has their numbers. Add at the end
/// only; what is shown in another order has a list of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// The patient's own care.
    Care,
    /// Research in health.
    Research,
    /// Making or improving a product.
    Development,
    /// Teaching or publication.
    Teaching,
}

/// The catalogue's facts and texts of one reuse of data.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReuseEntry {
    /// What shows it; `None` only if the content is broken.
    pub picture: Option<Picture>,
    /// What kind of say the law gives; a register may give more, not less.
    pub regime: Option<Regime>,
    /// What may usually be asked for.
    pub requests: Vec<Request>,
    /// The questions that go with it.
    pub questions: Vec<Id>,
    /// What it is for.
    pub purpose: Option<Purpose>,
    /// Another body than the place of care decides on it.
    pub elsewhere: bool,
    /// Where the facts come from.
    pub sources: Vec<String>,
    /// The texts.
    pub texts: ReuseTexts<Localised>,
}

/// The texts of a question: what it is about, and what follows from each answer.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionTexts<T> {
    /// What it is about.
    pub text: T,
    /// What happens after a yes.
    pub if_yes: T,
    /// What happens after a no.
    pub if_no: T,
}

/// A set of texts, as one language's file (`T = String`) and as all languages together (`T = Localised`).
macro_rules! texts {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident,)* } $(list { $($(#[$list_meta:meta])* $list:ident,)* })?
        $(net { $(#[$net_meta:meta])* $net:ident })?) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name<T> {
            $($(#[$field_meta])* pub $field: T,)*
            $($($(#[$list_meta])* pub $list: Vec<T>,)*)?
            $($(#[$net_meta])* #[serde(default = "NetTexts::none")] pub $net: NetTexts<T>,)?
            /// The texts of the questions.
            #[serde(default = "BTreeMap::new")]
            pub questions: BTreeMap<String, QuestionTexts<T>>,
        }

        impl<T> $name<T> {
            /// The text with this name in the files.
            pub fn get(&self, key: &str) -> Option<&T> {
                match key {
                    $(stringify!($field) => Some(&self.$field),)*
                    _ => None,
                }
            }
        }

        impl $name<Localised> {
            /// Adds one language's file.
            fn add(&mut self, Reading { language, level }: Reading, file: $name<String>) {
                $(self.$field.set(language, level, file.$field);)*
                $($(
                    self.$list.resize_with(self.$list.len().max(file.$list.len()), Localised::default);
                    for (all, one) in self.$list.iter_mut().zip(file.$list) {
                        all.set(language, level, one);
                    }
                )*)?
                $(self.$net.add(Reading { language, level }, file.$net);)?
                for (id, texts) in file.questions {
                    let all = self.questions.entry(id).or_default();
                    all.text.set(language, level, texts.text);
                    all.if_yes.set(language, level, texts.if_yes);
                    all.if_no.set(language, level, texts.if_no);
                }
            }
        }
    };
}

texts! {
    /// The texts of a use.
    EntryTexts {
        /// What it is about.
        title,
        /// In one sentence.
        one_line,
        /// When it happens.
        when,
        /// What the software does.
        software_does,
        /// What a human does.
        human_does,
        /// Which data.
        data,
        /// What it cannot know or do.
        cannot,
        /// It misses something.
        missed,
        /// It raises a false alarm.
        false_alarm,
        /// A finding that changes nothing.
        leads_nowhere,
        /// What the team does about errors.
        team,
        /// For whom it is less sure.
        less_sure,
        /// What if I do not want it.
        if_not,
    }
    list {
        /// Questions worth asking.
        ask,
    }
    net {
        /// Which sign is a reason to ask for help.
        net
    }
}

texts! {
    /// The texts of a reuse of data.
    ReuseTexts {
        /// What it is about.
        title,
        /// In one sentence.
        one_line,
        /// What it is for.
        what_for,
        /// Which data.
        which_data,
        /// How people are protected.
        protection,
        /// What a no changes in one's own care.
        effect_on_care,
        /// What a no does not do.
        limits,
    }
}

/// `content/catalogue/<id>.toml` and `content/reuses/<id>.toml` as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryFile {
    #[serde(default)]
    stages: Vec<String>,
    picture: Option<String>,
    #[serde(default)]
    moments: Vec<Id>,
    regime: String,
    requests: Vec<String>,
    #[serde(default)]
    questions: Vec<Id>,
    #[serde(default)]
    by_patient: bool,
    purpose: Option<Purpose>,
    #[serde(default)]
    elsewhere: bool,
    sources: Vec<String>,
    net: Option<NetFile>,
}

impl EntryFile {
    /// The entry without its texts; what is not a known name is reported.
    fn entry(self, mut unknown: impl FnMut(String)) -> Entry {
        let regime = Regime::ALL.into_iter().find(|regime| regime.code() == self.regime);
        if regime.is_none() {
            unknown(format!("expected a regime (inform, request, object, agree), found \"{}\"", self.regime));
        }
        let mut named = |names: Vec<String>, what: &str, known: &dyn Fn(&str) -> bool| {
            for name in names.iter().filter(|name| !known(name)) {
                unknown(format!("expected {what}, found \"{name}\""));
            }
            names
        };
        let stages =
            named(self.stages, "a stage", &|name| Stage::ALL.iter().any(|stage| stage.code() == name));
        let requests = named(self.requests, "a request", &|name| {
            Request::ALL.iter().any(|request| request.code() == name)
        });
        Entry {
            stages: Stage::ALL.into_iter().filter(|s| stages.iter().any(|name| name == s.code())).collect(),
            picture: None,
            moments: self.moments,
            regime,
            requests: Request::ALL
                .into_iter()
                .filter(|r| requests.iter().any(|name| name == r.code()))
                .collect(),
            questions: self.questions,
            by_patient: self.by_patient,
            purpose: self.purpose,
            elsewhere: self.elsewhere,
            sources: self.sources,
            net: None,
            texts: EntryTexts::default(),
        }
    }
}

impl Reader<'_> {
    /// The common uses with their texts.
    pub(super) fn catalogue(&mut self) -> BTreeMap<String, Entry> {
        let mut catalogue = BTreeMap::new();
        for id in self.ids("catalogue") {
            let name = format!("catalogue/{id}");
            let mut entry = self.entry(&name);
            for (reading, texts) in self.texts::<EntryTexts<String>>(&name) {
                self.check_questions(&name, reading, &entry.questions, &texts.questions);
                entry.texts.add(reading, texts);
            }
            catalogue.insert(id, entry);
        }
        catalogue
    }

    /// The common reuses with their texts.
    pub(super) fn reuses(&mut self) -> BTreeMap<String, ReuseEntry> {
        let mut reuses = BTreeMap::new();
        for id in self.ids("reuses") {
            let name = format!("reuses/{id}");
            let facts = self.entry(&name);
            if facts.net.is_some() {
                self.report_reference(
                    &format!("{name}.toml"),
                    "a reuse of data has no [net]; delete it".to_owned(),
                );
            }
            if !facts.moments.is_empty() {
                let message = "a reuse of data has no moment of care; delete \"moments\"".to_owned();
                self.report_reference(&format!("{name}.toml"), message);
            }
            let mut entry = ReuseEntry {
                picture: facts.picture,
                regime: facts.regime,
                requests: facts.requests,
                questions: facts.questions,
                purpose: facts.purpose,
                elsewhere: facts.elsewhere,
                sources: facts.sources,
                texts: ReuseTexts::default(),
            };
            for (reading, texts) in self.texts::<ReuseTexts<String>>(&name) {
                self.check_questions(&name, reading, &entry.questions, &texts.questions);
                entry.texts.add(reading, texts);
            }
            reuses.insert(id, entry);
        }
        reuses
    }

    fn entry(&mut self, name: &str) -> Entry {
        let file = format!("{name}.toml");
        let Some(mut written) = self.read::<EntryFile>(&file) else { return Entry::default() };
        let (net, mut nobody) = (written.net.take(), Vec::new());
        let net = net.map(|net| net.net(|message| nobody.push(message)));
        let mut unknown = Vec::new();
        let picture = self.picture(&file, written.picture.take());
        let entry = Entry { net, picture, ..written.entry(|message| unknown.push(message)) };
        for message in nobody {
            self.report_as(Rule::SafetyNet, &file, message);
        }
        for message in unknown {
            self.report_as(Rule::Readable, &file, message);
        }
        entry
    }

    /// Every question of an entry has its texts, in every language.
    fn check_questions(
        &mut self,
        name: &str,
        reading: Reading,
        questions: &[Id],
        texts: &BTreeMap<String, QuestionTexts<String>>,
    ) {
        let file = format!("{}/{name}.toml", reading.texts());
        for question in questions.iter().filter(|question| !texts.contains_key(question.as_str())) {
            self.report(
                &file,
                format!("the question \"{question}\" of {name}.toml has no texts here; write them"),
            );
        }
    }
}
