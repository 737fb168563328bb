//! The pictures: what each is called, and whether it is turned around where one reads from right to left.
//!
//! The catalogue, the moments and a register name pictures; views draw the name. What a picture looks like is for the native program
//! (`src/cli/site/drawings.rs`), which puts it once into each page. No program of the browser has the drawings.

use super::Stage;
use crate::choices::Regime;
use serde::Serialize;

macro_rules! pictures {
    ($($name:ident = $code:literal,)*) => {
        /// A picture: people and real objects in one line style.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[allow(missing_docs)] // Each shows what its name says.
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        pub enum Picture { $(#[serde(rename = $code)] $name,)* }

        impl Picture {
            /// Every one of them, by name.
            pub const ALL: &'static [Picture] = &[$(Picture::$name,)*];
            /// The names of all of them.
            pub const CODES: &'static [&'static str] = &[$($code,)*];

            /// The name in files and pages.
            pub fn code(self) -> &'static str {
                match self { $(Picture::$name => $code,)* }
            }
        }
    };
}

pictures! {
    Ambulance = "ambulance",
    Armchair = "armchair",
    Arrow = "arrow",
    Bandage = "bandage",
    Bed = "bed",
    BloodCells = "blood-cells",
    BloodPressure = "blood-pressure",
    BodyScan = "body-scan",
    Books = "books",
    BrainSlice = "brain-slice",
    BrokenBone = "broken-bone",
    Bubble = "bubble",
    Calendar = "calendar",
    CalendarClock = "calendar-clock",
    Chat = "chat",
    ChestFilm = "chest-film",
    CodedFile = "coded-file",
    Coin = "coin",
    Colon = "colon",
    Computer = "computer",
    Consultation = "consultation",
    CultureDish = "culture-dish",
    Curve = "curve",
    Database = "database",
    Dials = "dials",
    Dialysis = "dialysis",
    Dna = "dna",
    Eye = "eye",
    FaceMask = "face-mask",
    Flask = "flask",
    Folders = "folders",
    GlucoseMeter = "glucose-meter",
    Hand = "hand",
    HandsHeart = "hands-heart",
    HeadScan = "head-scan",
    Heartbeat = "heartbeat",
    Home = "home",
    HomeCare = "home-care",
    Hospital = "hospital",
    Hourglass = "hourglass",
    IdentityCard = "identity-card",
    Information = "information",
    Infusion = "infusion",
    Kidneys = "kidneys",
    Letter = "letter",
    List = "list",
    Liver = "liver",
    Lock = "lock",
    Mammogram = "mammogram",
    Map = "map",
    Meeting = "meeting",
    Microphone = "microphone",
    Microscope = "microscope",
    OneOfNine = "one-of-nine",
    Pen = "pen",
    PenOnPaper = "pen-on-paper",
    Person = "person",
    PersonSearch = "person-search",
    Pill = "pill",
    Pills = "pills",
    Prescription = "prescription",
    Professional = "professional",
    Puzzle = "puzzle",
    QuestionBubble = "question-bubble",
    Questionnaire = "questionnaire",
    Radiotherapy = "radiotherapy",
    Report = "report",
    Retina = "retina",
    Ribbon = "ribbon",
    SadFace = "sad-face",
    Scanner = "scanner",
    School = "school",
    Seal = "seal",
    Server = "server",
    SkinSpots = "skin-spots",
    Spine = "spine",
    Stethoscope = "stethoscope",
    Stretcher = "stretcher",
    SurgeryArm = "surgery-arm",
    Syrup = "syrup",
    Telephone = "telephone",
    TelephoneHeart = "telephone-heart",
    TestTube = "test-tube",
    Tools = "tools",
    Tracing = "tracing",
    TreatmentEffect = "treatment-effect",
    TubeRack = "tube-rack",
    TwoBeds = "two-beds",
    Unknown = "unknown",
    Virus = "virus",
    Watch = "watch",
}

impl Picture {
    /// Who does what, and who decides: the software, a professional, the patient.
    pub const OF_DECIDING: [Picture; 3] = [Picture::Computer, Picture::Professional, Picture::Person];

    /// The way of data, in its order: which they are, that they go on, where they lie, how they are guarded, who sees them, who
    /// earns with them, how long; and what is not told.
    pub const OF_DATA: [Picture; 8] = [
        Picture::Database,
        Picture::Arrow,
        Picture::Server,
        Picture::Lock,
        Picture::Eye,
        Picture::Coin,
        Picture::Hourglass,
        Picture::Unknown,
    ];

    /// The picture of this name, if there is one.
    pub fn from_code(code: &str) -> Option<Picture> {
        Picture::ALL.iter().copied().find(|picture| picture.code() == code)
    }

    /// Whether it shows a way to go: it is turned around where one reads from right to left. A thing or a person is not.
    pub fn turns(self) -> bool {
        matches!(self, Picture::Arrow | Picture::Ambulance)
    }

    /// What stands beside a stop of the timeline.
    pub fn of_stage(stage: Stage) -> Picture {
        match stage {
            Stage::Before => Picture::Calendar,
            Stage::During => Picture::Stethoscope,
            Stage::After => Picture::Report,
            Stage::Home => Picture::Home,
            Stage::Behind => Picture::Hospital,
        }
    }

    /// What stands beside the word of a regime: an i, a speech bubble, a raised hand, a pen.
    pub fn of_regime(regime: Regime) -> Picture {
        match regime {
            Regime::Inform => Picture::Information,
            Regime::Request => Picture::Bubble,
            Regime::Object => Picture::Hand,
            Regime::Agree => Picture::Pen,
        }
    }
}
