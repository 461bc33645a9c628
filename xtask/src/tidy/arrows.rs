//! Imports run one way: primitives ← traits ← pallets ← runtime ← node. Pallets do not know each
//! other, and the command line and the verifier know the chain only from outside.

use super::Problems;
use crate::{
	workspace::{packages, Package},
	Result,
};
use std::path::Path;
use toml::{Table, Value};

/// What a crate is to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
	Primitives,
	Traits,
	Pallet,
	Runtime,
	Node,
	CommandLine,
	Verifier,
	Bencher,
	Xtask,
}

impl Layer {
	fn of(folder: &str) -> Option<Self> {
		match folder {
			"primitives" => Some(Self::Primitives),
			"traits" => Some(Self::Traits),
			"runtime" => Some(Self::Runtime),
			"node" => Some(Self::Node),
			"cli" => Some(Self::CommandLine),
			"verifier" => Some(Self::Verifier),
			"bencher" => Some(Self::Bencher),
			"xtask" => Some(Self::Xtask),
			_ => folder.starts_with("pallets/").then_some(Self::Pallet),
		}
	}

	/// Whether this layer may import `other`.
	fn may_import(self, other: Self) -> bool {
		match self {
			Self::Primitives | Self::Bencher | Self::Xtask => false,
			Self::Traits | Self::Verifier => other == Self::Primitives,
			Self::CommandLine => matches!(other, Self::Primitives | Self::Verifier),
			Self::Pallet => matches!(other, Self::Primitives | Self::Traits),
			Self::Runtime => matches!(other, Self::Primitives | Self::Traits | Self::Pallet),
			Self::Node => {
				matches!(
					other,
					Self::Primitives | Self::Traits | Self::Pallet | Self::Runtime
				)
			},
		}
	}
}

/// Check the manifests below `root`: arrows, licences, and that no crate stands outside.
pub fn check(root: &Path) -> Result<Problems> {
	let packages = packages(root)?;
	let mut problems = vec![];
	for package in &packages {
		let manifest = format!("{}/Cargo.toml", package.folder);
		if !has_licence(package) {
			problems.push(format!("{manifest}: names no licence"));
		}
		let Some(layer) = Layer::of(&package.folder) else {
			problems.push(format!("{manifest}: belongs to no layer"));
			continue;
		};
		for import in imports(&package.manifest) {
			let Some(other) = packages.iter().find(|other| other.name == import) else {
				continue;
			};
			let allowed = Layer::of(&other.folder).is_some_and(|other| layer.may_import(other));
			if !allowed {
				problems.push(format!("{manifest}: must not import {import}"));
			}
		}
	}
	Ok(problems)
}

fn has_licence(package: &Package) -> bool {
	let licence = package
		.manifest
		.get("package")
		.and_then(|package| package.get("license"));
	match licence {
		Some(Value::String(name)) => !name.is_empty(),
		Some(Value::Table(inherited)) => inherited.get("workspace") == Some(&Value::Boolean(true)),
		_ => false,
	}
}

/// The crates that end up in what is built. What only tests use is no import.
fn imports(manifest: &Table) -> Vec<String> {
	let table = |value: Option<&Value>| value.and_then(Value::as_table).cloned();
	let mut sections = vec![];
	let targets = table(manifest.get("target")).unwrap_or_default();
	let places = targets
		.values()
		.filter_map(Value::as_table)
		.chain([manifest]);
	for place in places {
		sections.extend(table(place.get("dependencies")));
		sections.extend(table(place.get("build-dependencies")));
	}
	let name = |(key, value): (String, Value)| {
		// `key = { package = "name" }` imports `name`.
		value
			.get("package")
			.and_then(Value::as_str)
			.map_or(key, str::to_string)
	};
	sections.into_iter().flatten().map(name).collect()
}

#[cfg(test)]
mod tests {
	use super::{super::tests::tree, *};

	fn manifest(name: &str, rest: &str) -> String {
		format!("[package]\nname = \"{name}\"\nlicense.workspace = true\n{rest}")
	}

	fn problems(files: &[(&str, &str)]) -> Problems {
		check(tree(files).path()).expect("the manifests are well formed")
	}

	#[test]
	fn works_when_all_arrows_run_one_way() {
		let deps = |names: &[&str]| {
			let lines = names
				.iter()
				.map(|name| format!("{name}.workspace = true\n"));
			format!("[dependencies]\n{}", lines.collect::<String>())
		};
		assert_eq!(
			problems(&[
				("primitives/Cargo.toml", &manifest("prims", "")),
				("traits/Cargo.toml", &manifest("seams", &deps(&["prims"]))),
				(
					"pallets/a/Cargo.toml",
					&manifest("pallet-a", &deps(&["prims", "seams"]))
				),
				(
					"pallets/b/Cargo.toml",
					&manifest(
						"pallet-b",
						"[dev-dependencies]\npallet-a.workspace = true\n"
					),
				),
				(
					"runtime/Cargo.toml",
					&manifest("rt", &deps(&["seams", "pallet-a", "pallet-b"]))
				),
				(
					"node/Cargo.toml",
					&manifest("node", &deps(&["rt", "prims", "clap"]))
				),
				(
					"verifier/Cargo.toml",
					&manifest("proofs", &deps(&["prims"]))
				),
				(
					"cli/Cargo.toml",
					&manifest("cli", &deps(&["clap", "prims", "proofs"]))
				),
				("xtask/Cargo.toml", &manifest("xtask", &deps(&["clap"]))),
			]),
			Problems::new()
		);
	}

	#[test]
	fn fails_when_an_arrow_runs_the_other_way() {
		let base = [
			("primitives/Cargo.toml", manifest("prims", "")),
			("traits/Cargo.toml", manifest("seams", "")),
			("pallets/a/Cargo.toml", manifest("pallet-a", "")),
			("runtime/Cargo.toml", manifest("rt", "")),
			("verifier/Cargo.toml", manifest("proofs", "")),
			("node/Cargo.toml", manifest("node", "")),
		];
		for (folder, import) in [
			("primitives", "seams"),
			("traits", "pallet-a"),
			("pallets/b", "pallet-a"),
			("pallets/b", "rt"),
			("runtime", "node"),
			("cli", "rt"),
			("cli", "node"),
			("verifier", "seams"),
			("verifier", "rt"),
			("runtime", "proofs"),
			("xtask", "prims"),
		] {
			for section in [
				"[dependencies]",
				"[build-dependencies]",
				"[target.'cfg(unix)'.dependencies]",
			] {
				for line in [
					format!("{import}.workspace = true"),
					format!("other = {{ package = \"{import}\", version = \"1\" }}"),
				] {
					let name = format!("{folder}/Cargo.toml");
					let bad = manifest("importer", &format!("{section}\n{line}\n"));
					let mut files: Vec<(&str, &str)> = base
						.iter()
						.map(|(name, text)| (*name, text.as_str()))
						.collect();
					files.retain(|(other, _)| *other != name);
					files.push((&name, &bad));
					assert_eq!(
						problems(&files),
						[format!("{name}: must not import {import}")],
						"{section} {line}"
					);
				}
			}
		}
	}

	#[test]
	fn fails_without_a_licence_or_a_layer() {
		assert_eq!(
			problems(&[
				("primitives/Cargo.toml", "[package]\nname = \"prims\"\n"),
				("tools/Cargo.toml", &manifest("tools", "")),
			]),
			[
				"primitives/Cargo.toml: names no licence".to_string(),
				"tools/Cargo.toml: belongs to no layer".to_string()
			]
		);
	}

	#[test]
	fn works_with_the_project_itself() {
		let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
		assert_eq!(check(&root), Ok(Problems::new()));
	}
}
