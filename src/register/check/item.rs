//! Uses and reuses: the catalogue's texts, the hospital's own, and its facts.

use super::Checker;
use super::facts::stage;
use super::offer::{CatalogueOffer, OfferInput};
use crate::choices::Id;
use crate::content::{Helper, Picture, Stage};
use crate::register::fact::Fact;
use crate::register::file::{ReuseFile, UseFile};
use crate::register::model::{Errors, Net, Reuse, Tool, Use};
use crate::register::path::Path;
use crate::register::problem_kind::ProblemKind;
use std::collections::BTreeMap;

impl Checker<'_> {
    pub(super) fn one_use(&mut self, file: UseFile, at: &Path) -> Option<Use> {
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
                    self.report(&at.field("stages"), ProblemKind::NoStage);
                }
                Vec::new()
            }
        };
        let title =
            self.obligatory(own.title, texts.map(|t| &t.title), &own_at.field("title"), ProblemKind::NoTitle);
        for (text, key) in [(&file.product, "product"), (&file.maker, "maker")] {
            self.fits(text.as_deref(), &at.field(key));
        }
        if let Some(title) = &title {
            self.name_fits(title, &own_at.field("title"));
        }
        let software =
            self.sentence(own.software_does, texts.map(|t| &t.software_does), &own_at, "software_does");
        let human = self.sentence(own.human_does, texts.map(|t| &t.human_does), &own_at, "human_does");
        let text = |this: &mut Self, own, theirs, key: &str, fact: Fact| {
            this.text(own, theirs, &own_at.field(key), fact)
        };
        let one_line = text(self, own.one_line, texts.map(|t| &t.one_line), "one_line", Fact::OneLine);
        let when = text(self, own.when, texts.map(|t| &t.when), "when", Fact::When);
        let data = text(self, own.data, texts.map(|t| &t.data), "data", Fact::Data);
        let cannot = text(self, own.cannot, texts.map(|t| &t.cannot), "cannot", Fact::Cannot);
        let less_sure = text(self, own.less_sure, texts.map(|t| &t.less_sure), "less_sure", Fact::LessSure);
        let if_not = text(self, own.if_not, texts.map(|t| &t.if_not), "if_not", Fact::IfNot);
        let errors = Errors {
            missed: text(self, own.missed, texts.map(|t| &t.missed), "missed", Fact::Missed),
            false_alarm: text(
                self,
                own.false_alarm,
                texts.map(|t| &t.false_alarm),
                "false_alarm",
                Fact::FalseAlarm,
            ),
            leads_nowhere: self.pick(
                own.leads_nowhere,
                texts.map(|t| &t.leads_nowhere),
                &own_at.field("leads_nowhere"),
            ),
            team: text(self, own.team, texts.map(|t| &t.team), "team", Fact::Team),
        };
        let theirs = texts.map(|texts| &texts.net);
        let call = self.pick(
            own.call_at_once,
            theirs.and_then(|net| net.call.as_ref()),
            &own_at.field("call_at_once"),
        );
        let see =
            self.pick(own.see_someone, theirs.and_then(|net| net.see.as_ref()), &own_at.field("see_someone"));
        let known = entry.and_then(|entry| entry.net.as_ref()).map(|net| net.call.clone());
        let helpers = known.filter(|helpers| !helpers.is_empty()).unwrap_or(Helper::USUAL.to_vec());
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
        let asked = OfferInput {
            regime: file.regime,
            requests: file.requests,
            elsewhere: false,
            questions: file.questions,
            known: entry.map(|entry| CatalogueOffer {
                regime: entry.regime,
                requests: &entry.requests,
                questions: &entry.questions,
                texts: &entry.texts.questions,
            }),
        };
        let offer = self.offer(asked, at);
        if !by_patient {
            self.local_facts(
                &[
                    (file.department.is_none(), "department", Fact::Department),
                    (file.product.is_none(), "product", Fact::Product),
                    (file.maker.is_none(), "maker", Fact::Maker),
                    (file.in_use_since.is_none(), "in_use_since", Fact::InUseSince),
                    (file.device.is_none(), "device", Fact::Device),
                    (file.training.is_none(), "training", Fact::Training),
                    (file.commercial.is_none(), "commercial", Fact::Commercial),
                    (file.performance.is_none(), "performance", Fact::Performance),
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
            kept => self.told(kept, &at.field("kept"), Fact::Kept),
        };
        let performance = file.performance.and_then(|one| self.performance(one, &at.field("performance")));
        let tool = match file.tool {
            None if by_patient => Tool::default(),
            tool => self.tool(tool, stages.iter().all(|stage| *stage == Stage::Behind), &at.field("tool")),
        };
        let contact = file.contact.map(|contact| self.contact(contact, &at.field("contact")));
        let moments = self.moments_of(file.moments, entry.map(|entry| entry.moments.as_slice()), at);
        let of_stage = || stages.iter().min().map_or(Picture::Hospital, |stage| Picture::of_stage(*stage));
        let picture = file.picture.or_else(|| entry.and_then(|entry| entry.picture)).unwrap_or_else(of_stage);
        // Everything has been checked before the first thing missing ends it.
        Some(Use {
            id: file.id,
            picture,
            moments,
            calls_from_home: call.is_some()
                && stages.contains(&Stage::Home)
                && helpers.contains(&Helper::Team),
            net: Net { call, helpers, see },
            catalogue: file.catalogue.filter(|_| entry.is_some()),
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
            tool,
            errors,
            cannot,
            less_sure,
            if_not,
            contact,
            ask,
            offer: offer?,
        })
    }

    pub(super) fn reuse(&mut self, file: ReuseFile, at: &Path) -> Option<Reuse> {
        let library = self.library;
        let entry = self.reference(&library.reuses, file.catalogue.as_ref(), at);
        let own = file.texts.unwrap_or_default();
        let own_at = at.field("texts");
        let texts = entry.map(|entry| &entry.texts);
        let title =
            self.obligatory(own.title, texts.map(|t| &t.title), &own_at.field("title"), ProblemKind::NoTitle);
        let text = |this: &mut Self, own, theirs, key: &str, fact: Fact| {
            this.text(own, theirs, &own_at.field(key), fact)
        };
        let one_line = text(self, own.one_line, texts.map(|t| &t.one_line), "one_line", Fact::OneLine);
        let what_for = text(self, own.what_for, texts.map(|t| &t.what_for), "what_for", Fact::WhatFor);
        let which_data =
            text(self, own.which_data, texts.map(|t| &t.which_data), "which_data", Fact::WhichData);
        let protection =
            text(self, own.protection, texts.map(|t| &t.protection), "protection", Fact::Protection);
        let effect = text(
            self,
            own.effect_on_care,
            texts.map(|t| &t.effect_on_care),
            "effect_on_care",
            Fact::EffectOnCare,
        );
        let limits = text(self, own.limits, texts.map(|t| &t.limits), "limits", Fact::Limits);
        let asked = OfferInput {
            regime: file.regime,
            requests: file.requests,
            elsewhere: entry.is_some_and(|entry| entry.elsewhere),
            questions: file.questions,
            known: entry.map(|entry| CatalogueOffer {
                regime: entry.regime,
                requests: &entry.requests,
                questions: &entry.questions,
                texts: &entry.texts.questions,
            }),
        };
        let offer = self.offer(asked, at);
        let who = self.told(file.who, &at.field("who"), Fact::Who);
        let hosting = self.hosting(file.hosting, &at.field("hosting"));
        let kept = self.told(file.kept, &at.field("kept"), Fact::Kept);
        let contact = file.contact.map(|contact| self.contact(contact, &at.field("contact")));
        let known = entry.and_then(|entry| entry.picture);
        Some(Reuse {
            id: file.id,
            picture: file.picture.or(known).unwrap_or(Picture::Folders),
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
            purpose: entry.and_then(|entry| entry.purpose),
            elsewhere: entry.is_some_and(|entry| entry.elsewhere),
            offer: offer?,
        })
    }

    pub(super) fn reference<'l, E>(
        &mut self,
        entries: &'l BTreeMap<String, E>,
        id: Option<&Id>,
        at: &Path,
    ) -> Option<&'l E> {
        let catalogue_at = at.field("catalogue");
        let entry = id.and_then(|id| entries.get(id.as_str()));
        if let (Some(id), None) = (id, entry) {
            let known = entries.keys().cloned().collect();
            self.report(&catalogue_at, ProblemKind::NotInCatalogue { id: id.clone(), known });
            self.unread.insert(catalogue_at.clone());
        }
        if self.is_unread(&catalogue_at) {
            // Facts of the entry are not reported as missing: nobody knows which entry is meant.
            let told = ["stages", "texts", "regime", "requests", "questions"];
            self.unread.extend(told.map(|key| at.field(key)));
        }
        entry
    }
}
