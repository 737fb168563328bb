//! The hospital's facts about a use: device, hosting, how well it works, how the tool is made and watched.

use super::Checker;
use crate::content::Stage;
use crate::register::file::{
    BenefitFile, DeviceFile, HostingFile, PerformanceFile, ReportName, StageName, ToolFile,
};
use crate::register::model::{Benefit, Device, Hosting, Performance, Report, Tool};
use crate::register::problem::Path;

impl Checker<'_> {
    pub(super) fn device(&mut self, file: DeviceFile, at: &Path) -> Option<Device> {
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

    pub(super) fn hosting(&mut self, file: Option<HostingFile>, at: &Path) -> Option<Hosting> {
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

    pub(super) fn performance(&mut self, file: PerformanceFile, at: &Path) -> Option<Performance> {
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

    /// Each fact that is left out is a gap of its own for staff; patients read all of them in one sentence. Behind the
    /// scenes nothing is written about one patient: nobody misses a word on the report there.
    pub(super) fn tool(&mut self, file: Option<ToolFile>, behind: bool, at: &Path) -> Tool {
        let file = file.unwrap_or_default();
        if file.version.is_none() {
            self.gap(&at.field("version"), "which version is in use");
        }
        let maker_country =
            self.told(file.maker_country, &at.field("maker_country"), "in which country the maker is");
        let made = self.told(file.made, &at.field("made"), "how it was made, and with which data");
        if file.benefit.is_none() {
            self.gap(&at.field("benefit"), "what it has brought to patients");
        }
        let benefit = file.benefit.map(|one| self.benefit(one, &at.field("benefit")));
        let watched = self.told(file.watched, &at.field("watched"), "how it is watched once in use");
        let errors_reviewed = self.told(
            file.errors_reviewed,
            &at.field("errors_reviewed"),
            "who looks at its errors each year",
        );
        if file.report.is_none() && !behind {
            self.gap(&at.field("report"), "whether the report says that it helped");
        }
        let staff_trained =
            self.told(file.staff_trained, &at.field("staff_trained"), "which staff are trained in it");
        let patients = self.told(file.patients, &at.field("patients"), "how patients took part");
        Tool {
            version: file.version,
            maker_country,
            made,
            benefit,
            watched,
            errors_reviewed,
            report: file.report.map(report),
            staff_trained,
            patients,
        }
    }

    fn benefit(&mut self, file: BenefitFile, at: &Path) -> Benefit {
        let what = file.what.localised();
        self.all_languages(&what, &at.field("what"));
        let measured = self.told(file.measured, &at.field("measured"), "where and by whom it was measured");
        Benefit { what, measured }
    }

    pub(super) fn local_facts(&mut self, facts: &[(bool, &str, &str)], at: &Path) {
        for (_, key, what) in facts.iter().filter(|(missing, ..)| *missing) {
            self.gap(&at.field(key), *what);
        }
    }
}

fn report(name: ReportName) -> Report {
    match name {
        ReportName::Yes => Report::SaysSo,
        ReportName::No => Report::DoesNotSay,
        ReportName::NoReport => Report::None,
    }
}

pub(super) fn stage(name: StageName) -> Stage {
    match name {
        StageName::Before => Stage::Before,
        StageName::During => Stage::During,
        StageName::After => Stage::After,
        StageName::Home => Stage::Home,
        StageName::Behind => Stage::Behind,
    }
}
