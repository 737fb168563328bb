//! From the file as written to the register that can be shown.
//!
//! Everything that is wrong is listed at once, and each thing once: what could not be read has been told by the reader,
//! and is not reported again as missing. An *error* means that the register cannot be shown; a *gap* is a fact that
//! patients will read as "not told by the hospital".

use super::file::*;
use super::model::*;
use super::problem::{Path, Problem, Severity};
use super::read::Findings;
use super::tree::shortened;
use crate::choices::{Channel, Id, Question, Regime, Request, Say};
use crate::content::{Language, Library, Localised};
use std::collections::{BTreeMap, BTreeSet};

/// What came out of checking one register file.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The register, unless there are errors.
    pub register: Option<Register>,
    /// Why it cannot be shown.
    pub errors: Vec<Problem>,
    /// What it does not tell.
    pub gaps: Vec<Problem>,
}

/// Reads and checks the text of a register file against the catalogue.
pub fn check(json: &str, library: &Library) -> Checked {
    let mut findings = Findings::default();
    let parts = RegisterParts::read(json, &mut findings);
    let Findings { problems, unread } = findings;
    let mut checker = Checker { library, languages: Vec::new(), contacts: None, problems, unread };
    let register = checker.register(parts);
    let (errors, gaps): (Vec<_>, Vec<_>) =
        checker.problems.into_iter().partition(|problem| problem.severity == Severity::Error);
    Checked { register: register.filter(|_| errors.is_empty()), errors, gaps }
}

struct Checker<'a> {
    library: &'a Library,
    languages: Vec<Language>,
    /// `None` if the site could not be read.
    contacts: Option<Contacts>,
    problems: Vec<Problem>,
    /// The places of which nothing more can be said.
    unread: BTreeSet<Path>,
}

impl Checker<'_> {
    fn error(&mut self, at: &Path, expected: impl Into<String>, found: impl Into<String>) {
        if !self.is_unread(at) {
            self.problems.push(Problem::error(at, expected, found));
        }
    }

    fn gap(&mut self, at: &Path, expected: impl Into<String>) {
        if !self.is_unread(at) {
            self.problems.push(Problem::gap(at, expected));
        }
    }

    /// Whether the value at this place, or around it, could not be read.
    fn is_unread(&self, at: &Path) -> bool {
        self.unread.iter().any(|place| at.is_within(place))
    }

    /// Whether an element of this list could not be read: then it may be shorter than it is in the file.
    fn has_unread(&self, list: &Path) -> bool {
        self.unread.iter().any(|place| place.is_within(list))
    }

    /// The places of the elements of a list that could be read. They are where they are in the file.
    fn places(&self, list: &Path, elements: usize) -> Vec<Path> {
        (0..).map(|index| list.index(index)).filter(|at| !self.unread.contains(at)).take(elements).collect()
    }

    fn register(&mut self, parts: RegisterParts) -> Option<Register> {
        let root = Path::default();
        if let Some(version) = parts.version.filter(|version| *version != 1) {
            self.error(&root.field("version"), "1, the only version there is", version.to_string());
        }
        let site = parts.site.map(|site| self.site(site, &root.field("site")));
        self.contacts = site.as_ref().map(|site| site.contacts.clone());
        let uses_at = self.places(&root.field("uses"), parts.uses.len());
        let reuses_at = self.places(&root.field("reuses"), parts.reuses.len());
        let ids = parts.uses.iter().map(|one| &one.id).chain(parts.reuses.iter().map(|one| &one.id));
        self.unique_ids(uses_at.iter().chain(&reuses_at).zip(ids));
        let uses = checked(parts.uses, &uses_at, |at, one| self.one_use(one, at));
        let reuses = checked(parts.reuses, &reuses_at, |at, one| self.reuse(one, at));
        let requests = parts.requests.iter().copied().map(request).collect::<Vec<_>>();
        Some(Register {
            example: parts.example.unwrap_or(false),
            site: site?,
            requests: in_order(&requests),
            uses: uses?,
            reuses: reuses?,
        })
    }

    fn unique_ids<'a>(&mut self, ids: impl Iterator<Item = (&'a Path, &'a Id)>) {
        let mut seen: BTreeMap<&Id, &Path> = BTreeMap::new();
        for (at, id) in ids {
            match seen.get(id) {
                Some(first) => {
                    let expected = format!("a name that no other use or reuse has ({first} has it)");
                    self.problems.push(Problem::error(&at.field("id"), expected, format!("\"{id}\" again")));
                }
                None => drop(seen.insert(id, at)),
            }
        }
    }

    fn site(&mut self, file: SiteFile, at: &Path) -> Site {
        let mut languages = Vec::new();
        for language in &file.languages {
            if languages.contains(language) {
                let found = format!("\"{}\" again", language.code());
                self.error(&at.field("languages"), "each language once", found);
            } else {
                languages.push(*language);
            }
        }
        match languages.iter().position(|language| *language == file.default_language) {
            Some(index) => languages[..=index].rotate_right(1),
            None if self.has_unread(&at.field("languages")) => {}
            None => self.error(
                &at.field("default_language"),
                "one of the languages offered",
                format!("\"{}\"", file.default_language.code()),
            ),
        }
        self.languages.clone_from(&languages);
        let name = file.name.localised();
        self.all_languages(&name, &at.field("name"));
        let contacts = match file.contacts {
            Some(contacts) => self.contacts(contacts, &at.field("contacts")),
            None => {
                self.gap(&at.field("contacts"), "whom patients can ask");
                Contacts::default()
            }
        };
        let review = self.review(file.notice, &at.field("notice"));
        let kind = match file.kind {
            SiteKindName::Hospital => SiteKind::Hospital,
            SiteKindName::Clinic => SiteKind::Clinic,
            SiteKindName::Practice => SiteKind::Practice,
            SiteKindName::HealthCentre => SiteKind::HealthCentre,
        };
        Site { id: file.id, name, kind, languages, review, contacts }
    }

    fn review(&mut self, file: NoticeFile, at: &Path) -> Review {
        if file.last_review.is_none() {
            self.gap(&at.field("last_review"), "the date of the last review");
        }
        match (file.last_review, file.next_review) {
            (_, None) => self.gap(&at.field("next_review"), "the date of the next review"),
            (Some(last), Some(next)) if next.is_before(last) => {
                self.error(&at.field("next_review"), format!("a date after {last}"), next.to_string());
            }
            _ => {}
        }
        Review {
            version: file.version,
            last: file.last_review,
            next: file.next_review,
            author: self.told(file.author, &at.field("author"), "who wrote this"),
            funding: self.told(file.funding, &at.field("funding"), "who pays for the tools or for this page"),
        }
    }

    fn contacts(&mut self, file: ContactsFile, at: &Path) -> Contacts {
        let mut one = |contact: Option<ContactFile>, name: &str, what: &str| {
            if contact.is_none() {
                self.gap(&at.field(name), format!("how to reach {what}"));
            }
            contact.map(|contact| self.contact(contact, &at.field(name)))
        };
        Contacts {
            desk: one(file.desk, "desk", "the desk"),
            dpo: one(file.dpo, "dpo", "the data protection officer"),
            users_commission: one(file.users_commission, "users_commission", "the commission des usagers"),
        }
    }

    fn contact(&mut self, file: ContactFile, at: &Path) -> Contact {
        let contact = Contact {
            name: self.optional(file.name, &at.field("name")),
            phone: file.phone,
            email: file.email,
            address: file.address,
            place: self.optional(file.place, &at.field("place")),
            hours: self.optional(file.hours, &at.field("hours")),
        };
        if contact.phone.is_none()
            && contact.email.is_none()
            && contact.address.is_none()
            && contact.place.is_none()
            && !self.has_unread(at)
        {
            self.error(at, "at least one of phone, email, address, place", "no way to reach anyone");
        }
        contact
    }

    fn one_use(&mut self, file: UseFile, at: &Path) -> Option<Use> {
        let library = self.library;
        let entry = self.reference(&library.catalogue, file.catalogue.as_ref(), at);
        let own = file.texts.unwrap_or_default();
        let own_at = at.field("texts");
        let texts = entry.map(|entry| &entry.texts);
        let stages = match (file.stages.is_empty(), entry) {
            (false, _) => file.stages.iter().copied().map(stage).collect(),
            (true, Some(entry)) => entry.stages.clone(),
            (true, None) => {
                if !self.has_unread(&at.field("stages")) {
                    self.error(&at.field("stages"), "at least one stage", "none");
                }
                Vec::new()
            }
        };
        let title = self.obligatory(own.title, texts.map(|t| &t.title), &own_at.field("title"), "a title");
        let software =
            self.sentence(own.software_does, texts.map(|t| &t.software_does), &own_at, "software_does");
        let human = self.sentence(own.human_does, texts.map(|t| &t.human_does), &own_at, "human_does");
        let text = |this: &mut Self, own, theirs, key: &str, what: &str| {
            this.text(own, theirs, &own_at.field(key), what)
        };
        let one_line =
            text(self, own.one_line, texts.map(|t| &t.one_line), "one_line", "one sentence about it");
        let when = text(self, own.when, texts.map(|t| &t.when), "when", "when it happens");
        let data = text(self, own.data, texts.map(|t| &t.data), "data", "which data it uses");
        let cannot = text(self, own.cannot, texts.map(|t| &t.cannot), "cannot", "what it cannot know or do");
        let less_sure =
            text(self, own.less_sure, texts.map(|t| &t.less_sure), "less_sure", "for whom it is less sure");
        let if_not =
            text(self, own.if_not, texts.map(|t| &t.if_not), "if_not", "what happens if I do not want it");
        let errors = Errors {
            missed: text(self, own.missed, texts.map(|t| &t.missed), "missed", "how it can miss something"),
            false_alarm: text(
                self,
                own.false_alarm,
                texts.map(|t| &t.false_alarm),
                "false_alarm",
                "how it can be wrong",
            ),
            leads_nowhere: self.pick(
                own.leads_nowhere,
                texts.map(|t| &t.leads_nowhere),
                &own_at.field("leads_nowhere"),
            ),
            team: text(self, own.team, texts.map(|t| &t.team), "team", "what the team does about errors"),
        };
        let ask = match (own.ask.is_empty(), texts) {
            (false, _) | (true, None) => {
                let places = self.places(&own_at.field("ask"), own.ask.len());
                own.ask
                    .into_iter()
                    .zip(places)
                    .filter_map(|(one, at)| self.optional(Some(one), &at))
                    .collect()
            }
            (true, Some(texts)) => texts.ask.clone(),
        };
        let by_patient = entry.is_some_and(|entry| entry.by_patient);
        let asked = Asked {
            regime: file.regime,
            requests: file.requests,
            questions: file.questions,
            known: entry.map(|entry| Known {
                regime: entry.regime,
                requests: &entry.requests,
                questions: &entry.questions,
                texts: &entry.texts.questions,
            }),
        };
        let say = self.say(asked, at);
        if !by_patient {
            self.local_facts(
                &[
                    (file.department.is_none(), "department", "the department"),
                    (file.product.is_none(), "product", "the product's name"),
                    (file.maker.is_none(), "maker", "who makes it"),
                    (file.in_use_since.is_none(), "in_use_since", "since when it is in use"),
                    (file.device.is_none(), "device", "whether it is a medical device"),
                    (file.training.is_none(), "training", "whether data are reused to train software"),
                    (file.commercial.is_none(), "commercial", "whether there is a commercial reuse"),
                    (file.performance.is_none(), "performance", "how well it works"),
                ],
                at,
            );
        }
        let department = self.optional(file.department, &at.field("department"));
        let device = file.device.and_then(|device| self.device(device, &at.field("device")));
        let hosting = match file.hosting {
            None if by_patient => None,
            hosting => self.hosting(hosting, &at.field("hosting")),
        };
        let kept = match file.kept {
            None if by_patient => None,
            kept => self.told(kept, &at.field("kept"), "how long data are kept"),
        };
        let performance = file.performance.and_then(|one| self.performance(one, &at.field("performance")));
        let contact = file.contact.map(|contact| self.contact(contact, &at.field("contact")));
        // Everything has been checked before the first thing missing ends it.
        Some(Use {
            id: file.id,
            stages: Stage::ALL.into_iter().filter(|stage| stages.contains(stage)).collect(),
            by_patient,
            title: title?,
            one_line,
            when,
            software_does: software?,
            human_does: human?,
            department,
            product: file.product,
            maker: file.maker,
            in_use_since: file.in_use_since,
            device,
            data,
            hosting,
            kept,
            training: file.training,
            commercial: file.commercial,
            performance,
            errors,
            cannot,
            less_sure,
            if_not,
            contact,
            ask,
            say: say?,
        })
    }

    fn reuse(&mut self, file: ReuseFile, at: &Path) -> Option<Reuse> {
        let library = self.library;
        let entry = self.reference(&library.reuses, file.catalogue.as_ref(), at);
        let own = file.texts.unwrap_or_default();
        let own_at = at.field("texts");
        let texts = entry.map(|entry| &entry.texts);
        let title = self.obligatory(own.title, texts.map(|t| &t.title), &own_at.field("title"), "a title");
        let text = |this: &mut Self, own, theirs, key: &str, what: &str| {
            this.text(own, theirs, &own_at.field(key), what)
        };
        let one_line =
            text(self, own.one_line, texts.map(|t| &t.one_line), "one_line", "one sentence about it");
        let what_for = text(self, own.what_for, texts.map(|t| &t.what_for), "what_for", "what it is for");
        let which_data = text(self, own.which_data, texts.map(|t| &t.which_data), "which_data", "which data");
        let protection = text(
            self,
            own.protection,
            texts.map(|t| &t.protection),
            "protection",
            "how people are protected",
        );
        let effect = text(
            self,
            own.effect_on_care,
            texts.map(|t| &t.effect_on_care),
            "effect_on_care",
            "the effect on care",
        );
        let limits = text(self, own.limits, texts.map(|t| &t.limits), "limits", "what a no does not do");
        let asked = Asked {
            regime: file.regime,
            requests: file.requests,
            questions: file.questions,
            known: entry.map(|entry| Known {
                regime: entry.regime,
                requests: &entry.requests,
                questions: &entry.questions,
                texts: &entry.texts.questions,
            }),
        };
        let say = self.say(asked, at);
        let who = self.told(file.who, &at.field("who"), "who reuses the data");
        let hosting = self.hosting(file.hosting, &at.field("hosting"));
        let kept = self.told(file.kept, &at.field("kept"), "how long data are kept");
        let contact = file.contact.map(|contact| self.contact(contact, &at.field("contact")));
        Some(Reuse {
            id: file.id,
            title: title?,
            one_line,
            what_for,
            who,
            which_data,
            protection,
            hosting,
            kept,
            effect_on_care: effect,
            limits,
            contact,
            say: say?,
        })
    }

    /// What the patient may say. Draws no control that does not exist, and none that leads nowhere.
    fn say(&mut self, asked: Asked, at: &Path) -> Option<Say> {
        if asked.regime.is_none() && self.is_unread(&at.field("regime")) {
            return None;
        }
        let known_regime = asked.known.as_ref().and_then(|known| known.regime);
        let Some(regime) = asked.regime.map(regime).or(known_regime) else {
            self.error(&at.field("regime"), "inform, request, object or agree", "nothing");
            return None;
        };
        if let Some(least) = known_regime.filter(|known| regime.strength() < known.strength()) {
            let expected =
                format!("\"{}\" or more say: the law gives it here (see the catalogue)", least.code());
            self.error(&at.field("regime"), expected, format!("\"{}\"", regime.code()));
        }
        let requests: Vec<Request> = match (&asked.requests, &asked.known) {
            (Some(own), _) => own.iter().copied().map(request).collect(),
            (None, Some(known)) if regime != Regime::Inform => known.requests.to_vec(),
            (None, _) => Vec::new(),
        };
        let questions = self.questions(regime, asked, at);
        let requests_at = at.field("requests");
        match regime {
            Regime::Inform if !requests.is_empty() => {
                self.error(&requests_at, "no request under \"inform\"; take \"request\"", "a request");
            }
            Regime::Request if requests.is_empty() && !self.has_unread(&requests_at) => {
                self.error(&requests_at, "at least one request under \"request\"", "none");
            }
            _ => {}
        }
        Some(Say { regime, requests: in_order(&requests), questions: questions? })
    }

    fn questions(&mut self, regime: Regime, asked: Asked, at: &Path) -> Option<Vec<Question>> {
        let at = at.field("questions");
        if !regime.has_questions() {
            if !asked.questions.is_empty() {
                let expected = format!(
                    "no question under \"{}\"; only \"object\" and \"agree\" have them",
                    regime.code()
                );
                self.error(&at, expected, "a question");
            }
            return Some(Vec::new());
        }
        let mut files = asked.questions;
        let places = self.places(&at, files.len().max(asked.known.as_ref().map_or(0, |k| k.questions.len())));
        if files.is_empty() && !self.has_unread(&at) {
            let known = asked.known.as_ref().map_or(&[] as &[Id], |known| known.questions);
            files = known.iter().map(|id| QuestionFile::named(id.clone())).collect();
        }
        if files.is_empty() && !self.has_unread(&at) {
            self.error(&at, format!("at least one question under \"{}\"", regime.code()), "none");
        }
        let mut seen = Vec::new();
        checked(files, &places, |at, file| {
            if seen.contains(&file.id) {
                self.error(&at.field("id"), "each question once", format!("\"{}\" again", file.id));
            }
            seen.push(file.id.clone());
            let texts = asked.known.as_ref().and_then(|known| known.texts.get(file.id.as_str()));
            let text = self.obligatory(
                file.text,
                texts.map(|t| &t.text),
                &at.field("text"),
                "what the question is about",
            );
            let if_yes = self.text(
                file.if_yes,
                texts.map(|t| &t.if_yes),
                &at.field("if_yes"),
                "what happens after a yes",
            );
            let if_no = self.pick(file.if_no, texts.map(|t| &t.if_no), &at.field("if_no"));
            match (&if_no, regime) {
                (None, Regime::Agree) => {
                    self.error(
                        &at.field("if_no"),
                        "what happens after a no, obligatory under \"agree\"",
                        "nothing",
                    );
                }
                (None, _) => self.gap(&at.field("if_no"), "what happens after a no"),
                _ => {}
            }
            let channel = self.channel(file.channel, regime, &at.field("channel"));
            Some(Question { id: file.id, text: text?, if_yes, if_no, channel })
        })
    }

    /// Who takes the answer; someone who cannot be reached takes none.
    fn channel(&mut self, name: Option<ChannelName>, regime: Regime, at: &Path) -> Option<Channel> {
        let reachable = match name {
            Some(ChannelName::CareTeam) => true,
            Some(ChannelName::Desk) => self.is_told("desk", |contacts| &contacts.desk),
            Some(ChannelName::Dpo) => self.is_told("dpo", |contacts| &contacts.dpo),
            None if regime == Regime::Object => {
                self.error(
                    at,
                    "who takes the objection (care_team, desk or dpo), obligatory under \"object\"",
                    "nothing",
                );
                return None;
            }
            None => return None,
        };
        if !reachable {
            self.error(at, "someone whom site.contacts tells how to reach", "no contact");
        }
        name.map(|name| match name {
            ChannelName::CareTeam => Channel::CareTeam,
            ChannelName::Desk => Channel::Desk,
            ChannelName::Dpo => Channel::Dpo,
        })
    }

    /// Whether the register tells how to reach someone. What could not be read is not held against it twice.
    fn is_told(&self, name: &str, contact: impl Fn(&Contacts) -> &Option<Contact>) -> bool {
        let at = Path::default().field("site").field("contacts").field(name);
        self.contacts.as_ref().is_none_or(|contacts| contact(contacts).is_some()) || self.is_unread(&at)
    }

    fn device(&mut self, file: DeviceFile, at: &Path) -> Option<Device> {
        if !file.is_device {
            if file.ce_class.is_some() || file.since.is_some() {
                self.error(at, "no CE class for what is not a medical device", "a CE class");
            }
            return Some(Device::No);
        }
        match file.ce_class.as_deref() {
            None => self.gap(&at.field("ce_class"), "the class of its CE marking"),
            Some("I" | "IIa" | "IIb" | "III") => {}
            Some(other) => self.error(&at.field("ce_class"), "I, IIa, IIb or III", format!("\"{other}\"")),
        }
        if file.since.is_none() {
            self.gap(&at.field("since"), "since when it is CE marked");
        }
        Some(Device::Yes { ce_class: file.ce_class, since: file.since })
    }

    fn hosting(&mut self, file: Option<HostingFile>, at: &Path) -> Option<Hosting> {
        let Some(file) = file else {
            self.gap(at, "where the data are hosted");
            return None;
        };
        self.local_facts(
            &[
                (file.organisation.is_none(), "organisation", "who hosts the data"),
                (file.hds.is_none(), "hds", "whether the host is certified for health data"),
            ],
            at,
        );
        let country = self.told(file.country, &at.field("country"), "in which country the data are hosted");
        Some(Hosting { organisation: file.organisation, country, hds: file.hds })
    }

    fn performance(&mut self, file: PerformanceFile, at: &Path) -> Option<Performance> {
        if file.of != 100 && file.of != 1000 {
            self.error(&at.field("of"), "100 or 1000 people", file.of.to_string());
        }
        let groups = [file.found, file.missed, file.false_alarms, file.left_alone];
        let sum = groups.iter().map(|group| u64::from(*group)).sum::<u64>();
        if sum != u64::from(file.of) {
            let expected = format!("found + missed + false_alarms + left_alone = {}", file.of);
            self.error(at, expected, sum.to_string());
        }
        let what = file.what.localised();
        self.all_languages(&what, &at.field("what"));
        Some(Performance {
            of: file.of,
            found: file.found,
            missed: file.missed,
            false_alarms: file.false_alarms,
            left_alone: file.left_alone,
            what,
            study: self.told(file.study, &at.field("study"), "the study"),
            tested_on: self.told(file.tested_on, &at.field("tested_on"), "who was in the study"),
        })
    }

    fn reference<'l, E>(
        &mut self,
        entries: &'l BTreeMap<String, E>,
        id: Option<&Id>,
        at: &Path,
    ) -> Option<&'l E> {
        let catalogue_at = at.field("catalogue");
        let entry = id.and_then(|id| entries.get(id.as_str()));
        if let (Some(id), None) = (id, entry) {
            let known = entries.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            self.error(&catalogue_at, format!("an entry of the catalogue ({known})"), format!("\"{id}\""));
            self.unread.insert(catalogue_at.clone());
        }
        if self.is_unread(&catalogue_at) {
            // What the entry would have told is not missing: nobody knows which entry is meant.
            let told = ["stages", "texts", "regime", "requests", "questions"];
            self.unread.extend(told.map(|key| at.field(key)));
        }
        entry
    }

    fn local_facts(&mut self, facts: &[(bool, &str, &str)], at: &Path) {
        for (_, key, what) in facts.iter().filter(|(missing, ..)| *missing) {
            self.gap(&at.field(key), *what);
        }
    }

    /// A text of the hospital's own, or a gap.
    fn told(&mut self, own: Option<LocalisedFile>, at: &Path, what: &str) -> Option<Localised> {
        if own.is_none() {
            self.gap(at, what);
        }
        self.optional(own, at)
    }

    /// A text of the hospital's own, if there is one.
    fn optional(&mut self, own: Option<LocalisedFile>, at: &Path) -> Option<Localised> {
        let text = own?.localised();
        self.all_languages(&text, at);
        Some(text)
    }

    /// The hospital's own text, or else the catalogue's.
    fn pick(
        &mut self,
        own: Option<LocalisedFile>,
        theirs: Option<&Localised>,
        at: &Path,
    ) -> Option<Localised> {
        match own {
            Some(_) => self.optional(own, at),
            None => theirs.filter(|text| !text.is_empty()).cloned(),
        }
    }

    /// As [`Self::pick`]; nothing is a gap.
    fn text(
        &mut self,
        own: Option<LocalisedFile>,
        theirs: Option<&Localised>,
        at: &Path,
        what: &str,
    ) -> Option<Localised> {
        let text = self.pick(own, theirs, at);
        if text.is_none() {
            self.gap(at, what);
        }
        text
    }

    /// As [`Self::pick`]; nothing is an error.
    fn obligatory(
        &mut self,
        own: Option<LocalisedFile>,
        theirs: Option<&Localised>,
        at: &Path,
        what: &str,
    ) -> Option<Localised> {
        let text = self.pick(own, theirs, at);
        if text.is_none() {
            self.error(at, what, "nothing, here or in the catalogue");
        }
        text
    }

    /// What somebody does, as a sentence with a verb: at least four words and a full stop. A label such as "human
    /// oversight" does not say who does what (rule 3).
    fn sentence(
        &mut self,
        own: Option<LocalisedFile>,
        theirs: Option<&Localised>,
        at: &Path,
        key: &str,
    ) -> Option<Localised> {
        let at = at.field(key);
        let own_words = own.is_some();
        let text = self.obligatory(own, theirs, &at, "a sentence that says who does what")?;
        for shown in text.versions().filter(|_| own_words) {
            let words = shown.text.split_whitespace().count();
            if words < 4 || !shown.text.trim_end().ends_with(['.', '…', '؟', '?']) {
                let expected =
                    "a sentence of at least four words that says who does what, with a verb and a full stop";
                self.error(
                    &at.field(shown.language.code()),
                    expected,
                    format!("\"{}\"", shortened(shown.text)),
                );
            }
        }
        Some(text)
    }

    /// Every language offered should have the text; one that is missing is shown in another, and said to be.
    fn all_languages(&mut self, text: &Localised, at: &Path) {
        let missing =
            self.languages.iter().filter(|language| !text.has(**language)).copied().collect::<Vec<_>>();
        for language in missing {
            self.gap(&at.field(language.code()), format!("this text in {}", language.own_name()));
        }
    }
}

/// What a file says about a say, and what the catalogue knows.
struct Asked<'a> {
    regime: Option<RegimeName>,
    requests: Option<Vec<RequestName>>,
    questions: Vec<QuestionFile>,
    known: Option<Known<'a>>,
}

struct Known<'a> {
    regime: Option<Regime>,
    requests: &'a [Request],
    questions: &'a [Id],
    texts: &'a BTreeMap<String, crate::content::QuestionTexts<Localised>>,
}

/// Checks every element before the first broken one ends the list.
fn checked<F, T>(
    files: Vec<F>,
    places: &[Path],
    mut check: impl FnMut(&Path, F) -> Option<T>,
) -> Option<Vec<T>> {
    let all: Vec<_> = files.into_iter().zip(places).map(|(file, at)| check(at, file)).collect();
    all.into_iter().collect()
}

fn in_order(requests: &[Request]) -> Vec<Request> {
    Request::ALL.into_iter().filter(|request| requests.contains(request)).collect()
}

fn regime(name: RegimeName) -> Regime {
    match name {
        RegimeName::Inform => Regime::Inform,
        RegimeName::Request => Regime::Request,
        RegimeName::Object => Regime::Object,
        RegimeName::Agree => Regime::Agree,
    }
}

fn request(name: RequestName) -> Request {
    match name {
        RequestName::Explanation => Request::Explanation,
        RequestName::HumanReading => Request::HumanReading,
        RequestName::OtherOpinion => Request::OtherOpinion,
        RequestName::Talk => Request::Talk,
    }
}

fn stage(name: StageName) -> Stage {
    match name {
        StageName::Before => Stage::Before,
        StageName::During => Stage::During,
        StageName::After => Stage::After,
        StageName::Home => Stage::Home,
        StageName::Behind => Stage::Behind,
    }
}
