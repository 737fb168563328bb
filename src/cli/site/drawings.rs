//! What each picture looks like: of Tabler's icons what they have, drawn in their style what nobody has (`content/pictures/`).
//!
//! Tabler's come as data from a crate of which only those named here are linked. Both are lines on a field of 24 by 24, two wide, with
//! round ends, in the colour of the text around.

use crate::content::Picture;
use icondata_core::IconData;

/// The licence of the drawings that are not ours.
pub(super) const TABLER: &str = "Tabler Icons, © 2020-2026 Paweł Kuna, MIT";

/// Its text, which goes with them.
pub(super) const TABLER_LICENCE: &str = include_str!("../../../LICENSE-TABLER");

/// Who drew a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    /// Tabler.
    Tabler,
    /// Éclaire.
    Own,
}

/// One drawing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawing {
    /// Who drew it.
    pub(super) hand: Hand,
    /// Its elements, without the `svg` around them.
    elements: &'static str,
}

impl Drawing {
    /// Its elements as they lie in a page: lines that follow each other are one.
    pub(super) fn elements(self) -> String {
        let lines: Vec<_> = self.elements.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let all = lines.concat().replace(" />", "/>");
        let mut parts = all.split("\"/><path d=\"");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |before, line| {
            // A line goes on from another line only, and only where it says itself where it begins.
            let after_line = before.rsplit('<').next().is_some_and(|last| last.starts_with("path d="));
            let joint = if after_line && line.starts_with('M') { "" } else { "\"/><path d=\"" };
            before + joint + line
        })
    }
}

/// What stands around every drawing of ours in its file.
pub(super) const AROUND: [&str; 2] = [
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" \
     stroke-linecap=\"round\" stroke-linejoin=\"round\">",
    "</svg>",
];

/// The drawing of a picture.
pub(super) fn drawing(picture: Picture) -> Drawing {
    /// One of ours: a file that any browser shows by itself.
    macro_rules! own {
        ($name:literal) => {
            own(include_str!(concat!("../../../content/pictures/", $name, ".svg")))
        };
    }
    match picture {
        Picture::Ambulance => tabler(icondata_tb::TbAmbulanceOutline),
        Picture::Armchair => tabler(icondata_tb::TbArmchairOutline),
        Picture::Arrow => tabler(icondata_tb::TbArrowRightOutline),
        Picture::Bandage => tabler(icondata_tb::TbBandageOutline),
        Picture::Bed => tabler(icondata_tb::TbBedOutline),
        Picture::BloodCells => own!("blood-cells"),
        Picture::BloodPressure => own!("blood-pressure"),
        Picture::BodyScan => tabler(icondata_tb::TbBodyScanOutline),
        Picture::Books => tabler(icondata_tb::TbBooksOutline),
        Picture::BrainSlice => own!("brain-slice"),
        Picture::BrokenBone => own!("broken-bone"),
        Picture::Bubble => tabler(icondata_tb::TbMessage2Outline),
        Picture::Calendar => tabler(icondata_tb::TbCalendarOutline),
        Picture::CalendarClock => tabler(icondata_tb::TbCalendarClockOutline),
        Picture::Chat => tabler(icondata_tb::TbDeviceMobileMessageOutline),
        Picture::ChestFilm => own!("chest-film"),
        Picture::CodedFile => tabler(icondata_tb::TbFileBarcodeOutline),
        Picture::Coin => tabler(icondata_tb::TbCoinEuroOutline),
        Picture::Colon => own!("colon"),
        Picture::Computer => tabler(icondata_tb::TbDeviceDesktopOutline),
        Picture::Consultation => own!("consultation"),
        Picture::CultureDish => own!("culture-dish"),
        Picture::Curve => tabler(icondata_tb::TbChartLineOutline),
        Picture::Database => tabler(icondata_tb::TbDatabaseOutline),
        Picture::Dials => tabler(icondata_tb::TbAdjustmentsHorizontalOutline),
        Picture::Dialysis => own!("dialysis"),
        Picture::Dna => tabler(icondata_tb::TbDnaOutline),
        Picture::Eye => tabler(icondata_tb::TbEyeOutline),
        Picture::FaceMask => tabler(icondata_tb::TbFaceMaskOutline),
        Picture::Flask => tabler(icondata_tb::TbFlaskOutline),
        Picture::Folders => tabler(icondata_tb::TbFoldersOutline),
        Picture::GlucoseMeter => own!("glucose-meter"),
        Picture::Hand => tabler(icondata_tb::TbHandStopOutline),
        Picture::HandsHeart => tabler(icondata_tb::TbHeartHandshakeOutline),
        Picture::HeadScan => own!("head-scan"),
        Picture::Heartbeat => tabler(icondata_tb::TbHeartbeatOutline),
        Picture::Home => tabler(icondata_tb::TbHomeOutline),
        Picture::HomeCare => tabler(icondata_tb::TbHomeHeartOutline),
        Picture::Hospital => tabler(icondata_tb::TbBuildingHospitalOutline),
        Picture::Hourglass => tabler(icondata_tb::TbHourglassOutline),
        Picture::IdentityCard => tabler(icondata_tb::TbIdOutline),
        Picture::Information => tabler(icondata_tb::TbInfoCircleOutline),
        Picture::Infusion => own!("infusion"),
        Picture::Kidneys => own!("kidneys"),
        Picture::Letter => tabler(icondata_tb::TbMailOutline),
        Picture::List => tabler(icondata_tb::TbListDetailsOutline),
        Picture::Liver => own!("liver"),
        Picture::Lock => tabler(icondata_tb::TbLockOutline),
        Picture::Mammogram => own!("mammogram"),
        Picture::Map => tabler(icondata_tb::TbMap2Outline),
        Picture::Meeting => tabler(icondata_tb::TbUsersGroupOutline),
        Picture::Microphone => tabler(icondata_tb::TbMicrophoneOutline),
        Picture::Microscope => tabler(icondata_tb::TbMicroscopeOutline),
        Picture::OneOfNine => own!("one-of-nine"),
        Picture::Pen => tabler(icondata_tb::TbPencilOutline),
        Picture::PenOnPaper => tabler(icondata_tb::TbFilePencilOutline),
        Picture::Person => tabler(icondata_tb::TbUserOutline),
        Picture::PersonSearch => tabler(icondata_tb::TbUserSearchOutline),
        Picture::Pill => tabler(icondata_tb::TbPillOutline),
        Picture::Pills => tabler(icondata_tb::TbPillsOutline),
        Picture::Prescription => own!("prescription"),
        Picture::Professional => own!("professional"),
        Picture::Puzzle => tabler(icondata_tb::TbPuzzleOutline),
        Picture::QuestionBubble => tabler(icondata_tb::TbMessageQuestionOutline),
        Picture::Questionnaire => tabler(icondata_tb::TbDeviceTabletQuestionOutline),
        Picture::Radiotherapy => own!("radiotherapy"),
        Picture::Report => tabler(icondata_tb::TbFileTextOutline),
        Picture::Retina => tabler(icondata_tb::TbScanEyeOutline),
        Picture::Ribbon => tabler(icondata_tb::TbRibbonHealthOutline),
        Picture::SadFace => tabler(icondata_tb::TbMoodSadOutline),
        Picture::Scanner => own!("scanner"),
        Picture::School => tabler(icondata_tb::TbSchoolOutline),
        Picture::Seal => own!("seal"),
        Picture::Server => tabler(icondata_tb::TbServerOutline),
        Picture::SkinSpots => own!("skin-spots"),
        Picture::Spine => own!("spine"),
        Picture::Stethoscope => tabler(icondata_tb::TbStethoscopeOutline),
        Picture::Stretcher => tabler(icondata_tb::TbEmergencyBedOutline),
        Picture::SurgeryArm => own!("surgery-arm"),
        Picture::Syrup => tabler(icondata_tb::TbMedicineSyrupOutline),
        Picture::Telephone => tabler(icondata_tb::TbPhoneCallOutline),
        Picture::TelephoneHeart => tabler(icondata_tb::TbDeviceMobileHeartOutline),
        Picture::TestTube => tabler(icondata_tb::TbTestPipeOutline),
        Picture::Tools => tabler(icondata_tb::TbToolsOutline),
        Picture::Tracing => tabler(icondata_tb::TbHeartRateMonitorOutline),
        Picture::TreatmentEffect => own!("treatment-effect"),
        Picture::TubeRack => own!("tube-rack"),
        Picture::TwoBeds => own!("two-beds"),
        Picture::Unknown => tabler(icondata_tb::TbFileUnknownOutline),
        Picture::Virus => tabler(icondata_tb::TbVirusOutline),
        Picture::Watch => tabler(icondata_tb::TbDeviceWatchHeartOutline),
    }
}

fn tabler(icon: &'static IconData) -> Drawing {
    Drawing { hand: Hand::Tabler, elements: icon.data }
}

fn own(file: &'static str) -> Drawing {
    let [before, after] = AROUND;
    let inside = file.trim().strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
    // A file that begins otherwise is drawn as it is: a test tells.
    Drawing { hand: Hand::Own, elements: inside.unwrap_or(file) }
}

#[cfg(test)]
mod tests {
    use super::{Drawing, Hand, drawing};
    use crate::content::Picture;
    use roxmltree::Document;

    /// Circles (`cx`, `cy`, `r`, in this order), and all lines one after the other. What is no number is told.
    fn read(code: &str, elements: &str) -> (Vec<[f64; 3]>, String) {
        let svg = format!("<svg>{elements}</svg>");
        let svg = Document::parse(&svg).unwrap_or_else(|error| panic!("{code}: {error}: {elements}"));
        let (mut circles, mut lines) = (Vec::new(), String::new());
        for element in svg.root_element().children().filter(roxmltree::Node::is_element) {
            let name = element.tag_name().name();
            let attribute = |name: &str| {
                element.attribute(name).unwrap_or_else(|| panic!("{code}: no {name}: {elements}"))
            };
            if name == "circle" {
                circles.push(["cx", "cy", "r"].map(|name| {
                    let value = attribute(name);
                    value.parse().unwrap_or_else(|_| panic!("{code}: {name} is \"{value}\""))
                }));
            } else {
                assert_eq!(name, "path", "{code}");
                lines += attribute("d");
            }
        }
        (circles, lines)
    }

    /// Each line was joined to whatever stood before it. Behind a circle its radius became `7M21 21l-6 -6`, which is no number: a
    /// browser drew neither the circle nor the line, without a word, and eleven pictures lacked a part.
    #[test]
    fn a_line_is_joined_to_a_line_and_never_to_a_circle() {
        let circle_first =
            "<circle cx=\"10\" cy=\"10\" r=\"7\" />\n<path d=\"M21 21l-6 -6\" />\n<path d=\"M3 3v6\" />\n";
        let drawn = Drawing { hand: Hand::Own, elements: circle_first }.elements();
        assert_eq!(drawn, "<circle cx=\"10\" cy=\"10\" r=\"7\"/><path d=\"M21 21l-6 -6M3 3v6\"/>");
        let from_where_it_ended = "<path d=\"M3 3v6\" />\n<path d=\"m0 0h2\" />\n";
        let drawn = Drawing { hand: Hand::Own, elements: from_where_it_ended }.elements();
        assert_eq!(drawn, "<path d=\"M3 3v6\"/><path d=\"m0 0h2\"/>", "it begins at 0, not at 9");
    }

    #[test]
    fn every_drawing_in_a_page_says_what_its_file_says() {
        for one in Picture::ALL {
            let (code, drawing) = (one.code(), drawing(*one));
            let (circles, lines) = read(code, &drawing.elements());
            assert_eq!((circles.clone(), lines.clone()), read(code, drawing.elements), "{code}");
            for [x, y, radius] in circles {
                let inside = [x - radius, y - radius, 24. - x - radius, 24. - y - radius];
                assert!(radius > 0. && inside.iter().all(|room| *room >= 0.), "{code}: {x} {y} {radius}");
            }
            let of_a_line = |sign: char| " .,-".contains(sign) || sign.is_ascii_digit();
            let commands = "MmLlHhVvCcSsQqTtAaZz";
            let strange = lines.chars().find(|sign| !of_a_line(*sign) && !commands.contains(*sign));
            assert_eq!(strange, None, "{code}: {lines}");
        }
    }
}
