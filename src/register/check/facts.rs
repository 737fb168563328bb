//! The hospital's facts about a use: device, hosting, how well it works, how the tool is made and watched.

use super::Checker;
use crate::content::Stage;
use crate::register::fact::Fact;
use crate::register::file::{
    BenefitFile, DeviceFile, HostingFile, PerformanceFile, ReportName, StageName, ToolFile,
};
use crate::register::model::{Benefit, Device, Hosting, Performance, Report, Tool};
use crate::register::path::Path;
use crate::register::problem_kind::ProblemKind;

impl Checker<'_> {
    pub(super) fn device(&mut self, file: DeviceFile, at: &Path) -> Option<Device> {
        if !file.is_device {
            if file.ce_class.is_some() || file.since.is_some() {
                self.report(at, ProblemKind::ClassOfNoDevice);
            }
            return Some(Device::No);
        }
        match file.ce_class.as_deref() {
            None => self.gap(&at.field("ce_class"), Fact::CeClass),
            Some("I" | "IIa" | "IIb" | "III") => {}
            Some(other) => {
                self.report(&at.field("ce_class"), ProblemKind::UnknownClass(other.to_owned()));
            }
        }
        if file.since.is_none() {
            self.gap(&at.field("since"), Fact::CeSince);
        }
        Some(Device::Yes { ce_class: file.ce_class, since: file.since })
    }

    pub(super) fn hosting(&mut self, file: Option<HostingFile>, at: &Path) -> Option<Hosting> {
        let Some(file) = file else {
            self.gap(at, Fact::Hosting);
            return None;
        };
        self.local_facts(
            &[
                (file.organisation.is_none(), "organisation", Fact::HostingOrganisation),
                (file.hds.is_none(), "hds", Fact::HostingHds),
            ],
            at,
        );
        let country = self.told(file.country, &at.field("country"), Fact::HostingCountry);
        Some(Hosting { organisation: file.organisation, country, hds: file.hds })
    }

    pub(super) fn performance(&mut self, file: PerformanceFile, at: &Path) -> Option<Performance> {
        if file.of != 100 && file.of != 1000 {
            self.report(&at.field("of"), ProblemKind::People(file.of));
        }
        let groups = [file.found, file.missed, file.false_alarms, file.left_alone];
        let sum = groups.iter().map(|group| u64::from(*group)).sum::<u64>();
        if sum != u64::from(file.of) {
            self.report(at, ProblemKind::Sum { of: file.of, sum });
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
            study: self.told(file.study, &at.field("study"), Fact::Study),
            tested_on: self.told(file.tested_on, &at.field("tested_on"), Fact::TestedOn),
        })
    }

    /// Each fact that is left out is a gap of its own for staff; patients read all of them in one sentence. Behind the
    /// scenes nothing is written about one patient: nobody misses a word on the report there.
    pub(super) fn tool(&mut self, file: Option<ToolFile>, behind: bool, at: &Path) -> Tool {
        let file = file.unwrap_or_default();
        if file.version.is_none() {
            self.gap(&at.field("version"), Fact::ToolVersion);
        }
        let maker_country = self.told(file.maker_country, &at.field("maker_country"), Fact::MakerCountry);
        let made = self.told(file.made, &at.field("made"), Fact::Made);
        if file.benefit.is_none() {
            self.gap(&at.field("benefit"), Fact::Benefit);
        }
        let benefit = file.benefit.map(|one| self.benefit(one, &at.field("benefit")));
        let watched = self.told(file.watched, &at.field("watched"), Fact::Watched);
        let errors_reviewed =
            self.told(file.errors_reviewed, &at.field("errors_reviewed"), Fact::ErrorsReviewed);
        if file.report.is_none() && !behind {
            self.gap(&at.field("report"), Fact::Report);
        }
        let staff_trained = self.told(file.staff_trained, &at.field("staff_trained"), Fact::StaffTrained);
        let patients = self.told(file.patients, &at.field("patients"), Fact::PatientsTookPart);
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
        let measured = self.told(file.measured, &at.field("measured"), Fact::BenefitMeasured);
        Benefit { what, measured }
    }

    pub(super) fn local_facts(&mut self, facts: &[(bool, &str, Fact)], at: &Path) {
        for (_, key, fact) in facts.iter().filter(|(missing, ..)| *missing) {
            self.gap(&at.field(key), *fact);
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
