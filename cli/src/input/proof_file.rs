//! A holder's statement that was saved with its proof, for anybody to verify without a node.

use crate::errors::{Failure, Outcome};
use assay_verifier::Bundle;
use serde::{Deserialize, Serialize};
use std::path::Path;
use subxt::ext::codec::Encode;

/// What a file holds. Nothing of it is believed: what it proves is read from the proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saved {
	/// Of this format.
	pub version: u8,
	/// The asset's number.
	pub asset: u32,
	/// The account whose statement it is.
	pub holder: String,
	/// Who has which role for the asset: the keys that the proof covers.
	pub roles: Vec<(String, u32)>,
	/// The proof: see the crate `assay-verifier`.
	pub proof: String,
}

impl Saved {
	/// What is saved.
	pub fn new(
		asset: u32,
		holder: &impl ToString,
		roles: Vec<(String, u32)>,
		bundle: &Bundle,
	) -> Self {
		Self {
			version: 1,
			asset,
			holder: holder.to_string(),
			roles,
			proof: crate::accounts::hex(bundle.encode()),
		}
	}

	/// Reads a file.
	pub fn read(path: &Path) -> Outcome<Self> {
		let saved: Self = super::read_json(path)?;
		match saved.version {
			1 => Ok(saved),
			other => Err(Failure::input(format!(
				"{}: saved statements of version {other} are not known",
				path.display()
			))
			.next("use a newer `assay`")),
		}
	}

	/// The proof, of which nothing is verified yet.
	pub fn bundle(&self, path: &Path) -> Outcome<Bundle> {
		let fail = |why: &dyn std::fmt::Display| {
			Failure::input(format!(
				"{}: the proof cannot be read: {why}",
				path.display()
			))
			.next("get the file anew from whoever saved it")
		};
		let bytes = hex::decode(self.proof.trim_start_matches("0x"));
		let bytes = bytes.map_err(|error| fail(&error))?;
		Bundle::from_bytes(&bytes).map_err(|error| fail(&error))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::proof::world::World;

	#[test]
	fn what_was_saved_is_read_again() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("statement.json");
		let bundle = World::new().bundle();
		let saved = Saved::new(7, &"5x", vec![("minter".into(), 3)], &bundle);
		std::fs::write(&path, serde_json::to_string(&saved).unwrap()).unwrap();
		assert_eq!(Saved::read(&path), Ok(saved.clone()));
		assert_eq!(saved.bundle(&path), Ok(bundle));
	}

	#[test]
	fn fails_when_the_file_is_malformed() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("statement.json");
		let good =
			serde_json::to_string(&Saved::new(7, &"5x", vec![], &World::new().bundle())).unwrap();
		for (text, why) in [
			(
				good.replace("\"version\":1", "\"version\":2"),
				"version 2 are not known",
			),
			(
				good.replace("\"asset\"", "\"asst\""),
				"unknown field `asst`",
			),
			("{".into(), "EOF"),
		] {
			std::fs::write(&path, text).unwrap();
			let failure = Saved::read(&path).unwrap_err();
			assert_eq!(failure.exit_code(), 2);
			assert!(failure.what.contains(why), "{failure}");
		}
		for proof in ["0x", "0xzz", "0x00", &"00".repeat(64)] {
			let saved = Saved {
				proof: proof.to_string(),
				..Saved::read_text(&good)
			};
			let failure = saved.bundle(&path).unwrap_err();
			assert_eq!(failure.exit_code(), 2, "{proof}");
			assert!(
				failure.what.contains("the proof cannot be read"),
				"{failure}"
			);
		}
	}

	impl Saved {
		fn read_text(text: &str) -> Self {
			serde_json::from_str(text).unwrap()
		}
	}
}
