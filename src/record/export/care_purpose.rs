//! What a use in care is for, in the words of the Data Privacy Vocabulary 2.3 (sector health), finer than "care".
//!
//! A record does not carry it: it would be in every patient's download, and only the receipt asks. It is told by the id of the use,
//! which is that of its entry in the catalogue unless staff gave it another; then the receipt says "care" and no more.

/// A purpose, and the entries of the catalogue that have it, one space between them.
const PURPOSES: [(&str, &str); 18] = [
    ("health:AdministrativeServicesProvision", "activity-coding"),
    ("health:AppointmentScheduling", "appointment-assistant staff-scheduling"),
    ("health:ConsultationManagement", "symptom-chatbot"),
    (
        "health:DiagnosisManagement",
        "antibiogram blood-cell-images brain-mri brain-scan-triage chest-xray colonoscopy-polyps ecg-reading fracture-xray \
         lab-validation liver-imaging mammography memory-disease-signs pathology-slides retina-images skin-images \
         spine-imaging",
    ),
    ("health:ElectronicRecordsManagement", "consultation-notes health-space-sorting report-writing"),
    ("health:EmergencyCareTriage", "emergency-triage"),
    ("health:EnsureQualitySafetyMedicinalProducts", "drug-safety-watch"),
    ("health:GeneticConditionDiagnosis", "genome-reading"),
    ("health:HealthcareScientificResearch", "drug-design trial-matching"),
    ("health:MedicalResourceOptimisation", "bed-planning emergency-flow"),
    ("health:MentalHealthConditionDiagnosis", "mood-signs"),
    ("health:PatientChronicConditionMonitoring", "kidney-follow-up"),
    (
        "health:PatientRemoteMonitoring",
        "blood-pressure-home cancer-return-watch chemo-telemonitoring diabetes-telemonitoring dialysis-telemonitoring \
         wound-follow-up",
    ),
    ("health:PatientInformationManagement", "identity-check"),
    ("health:PrescriptionManagement", "drug-interactions prescription-assistant"),
    ("health:PreventativeCareManagement", "health-coach lab-risk-scores risk-prediction"),
    ("health:PublicHealthSurveillance", "epidemic-watch"),
    (
        "health:TreatmentOptimisation",
        "oncology-meeting radiotherapy-targeting surgery-planning treatment-response treatment-settings",
    ),
];

/// The purpose of a use in care.
pub(super) fn care_purpose(use_id: &str) -> &'static str {
    let found = PURPOSES.iter().find(|(_, entries)| entries.split(' ').any(|entry| entry == use_id));
    found.map_or("health:HealthcareServiceManagement", |(purpose, _)| purpose)
}
