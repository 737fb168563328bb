//! A bill of materials in the form of CycloneDX 1.6, which tools that look for known holes read.
//!
//! Without a day and without a number drawn by chance: two builds of one commit give the same bytes.

use super::dependency::{Dependency, Supply};
use super::made::Made;
use serde_json::{Value, json};
use std::collections::BTreeSet;

impl Supply {
    /// The bills: of what is inside the programs, and of what makes them and the site.
    pub(in crate::cli) fn bills(&self, made: &Made) -> [String; 2] {
        let tools = made.tools.iter().map(|(name, version)| {
            json!({ "type": "application", "bom-ref": format!("tool:{name}"), "name": name, "version": version })
        });
        let inside = bill("eclaire-programs", made, &self.inside, Vec::new(), &self.roots);
        let all: BTreeSet<String> = self.making.iter().map(Dependency::id).collect();
        let making = bill("eclaire-build", made, &self.making, tools.collect(), &all);
        [inside, making]
    }
}

fn bill(
    name: &str,
    made: &Made,
    crates: &[Dependency],
    tools: Vec<Value>,
    roots: &BTreeSet<String>,
) -> String {
    let own = format!("eclaire:{name}");
    let there: BTreeSet<String> = crates.iter().map(Dependency::id).collect();
    let among =
        |ids: &BTreeSet<String>| -> Vec<String> { ids.intersection(&there).map(|id| address(id)).collect() };
    let depends =
        crates.iter().map(|one| json!({ "ref": address(&one.id()), "dependsOn": among(&one.takes) }));
    let depends = [json!({ "ref": own, "dependsOn": among(roots) })].into_iter().chain(depends);
    let commit = made.commit.as_deref().map(|commit| json!({ "name": "eclaire:commit", "value": commit }));
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": name,
                "version": env!("CARGO_PKG_VERSION"),
                "licenses": [{ "expression": env!("CARGO_PKG_LICENSE") }],
            },
            "properties": commit.into_iter().collect::<Vec<_>>(),
        },
        "components": tools.into_iter().chain(crates.iter().map(component)).collect::<Vec<_>>(),
        "dependencies": depends.collect::<Vec<_>>(),
    });
    // A value that is made here is always written.
    format!("{bill:#}\n")
}

fn component(one: &Dependency) -> Value {
    let address = address(&one.id());
    let sums = one.sum.as_ref().map(|sum| json!({ "alg": "SHA-256", "content": sum }));
    json!({
        "type": "library",
        "bom-ref": address,
        "name": one.name,
        "version": one.version,
        "purl": address,
        "licenses": [{ "expression": one.licence }],
        "hashes": sums.into_iter().collect::<Vec<_>>(),
    })
}

/// The address of a crate among all packages of the world.
fn address(id: &str) -> String {
    format!("pkg:cargo/{id}")
}

#[cfg(test)]
mod tests {
    use super::super::{Made, Supply};
    use crate::cli::Repository;
    use serde_json::Value;
    use std::collections::BTreeSet;

    #[test]
    fn each_bill_names_its_crates_with_licence_and_sum_and_says_what_takes_from_what() {
        let repository = Repository::find().unwrap();
        let supply = Supply::of(&repository).unwrap();
        let bills = supply.bills(&Made::now(&repository).unwrap());
        let read = |text: &String| serde_json::from_str::<Value>(text).unwrap();
        for bill in bills.iter().map(read) {
            assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&"CycloneDX".into(), &"1.6".into()));
            let components = bill["components"].as_array().unwrap();
            let crates: Vec<_> = components.iter().filter(|one| one["purl"].is_string()).collect();
            assert!(crates.len() > 50, "{}", crates.len());
            for one in &crates {
                assert_eq!(one["hashes"][0]["content"].as_str().unwrap().len(), 64, "{one}");
                assert!(!one["licenses"][0]["expression"].as_str().unwrap().contains('/'), "{one}");
            }
            let refs: BTreeSet<_> = components.iter().map(|one| one["bom-ref"].as_str().unwrap()).collect();
            assert_eq!(refs.len(), components.len(), "no two of a name");
            for one in bill["dependencies"].as_array().unwrap() {
                let taken = one["dependsOn"].as_array().unwrap();
                assert!(taken.iter().all(|taken| refs.contains(taken.as_str().unwrap())), "{one}");
            }
        }
        let [programs, build] = [read(&bills[0]), read(&bills[1])];
        let has =
            |bill: &Value, name| bill["components"].as_array().unwrap().iter().any(|one| one["name"] == name);
        assert!(has(&programs, "qrcodegen") && has(&programs, "tachys") && !has(&programs, "axum"));
        assert!(has(&build, "axum") && has(&build, "trunk") && has(&build, "leptos_macro"));
    }
}
