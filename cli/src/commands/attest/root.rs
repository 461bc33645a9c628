//! The root over the lots that a report speaks of: holders prove their bars against it.

use crate::{
	accounts::parse_hash,
	commands::lot::list_root::Leaves,
	context::AssetInfo,
	errors::{Failure, Outcome},
	input::{bars::BarList, statement::Draft},
};
use assay_primitives::Hash;
use clap::Args;
use std::path::PathBuf;

/// What a report says of single lots
#[derive(Clone, Debug, Default, Args)]
pub struct Arguments {
	/// With a report: the bar list that is published with it, whose bars in the vault the report is
	/// bound to
	#[arg(long, value_name = "FILE.csv", conflicts_with = "lots_root")]
	list: Option<PathBuf>,
	/// With a report: the root over its lots, where it was made elsewhere
	#[arg(long, value_name = "HASH")]
	lots_root: Option<String>,
}

impl Arguments {
	/// Fails where a root is given that the draft cannot carry.
	pub fn check(&self, draft: &Draft) -> Outcome {
		let is_report = matches!(draft, Draft::Report { .. });
		match is_report || (self.list.is_none() && self.lots_root.is_none()) {
			true => Ok(()),
			false => Err(
				Failure::input("only a report names a root over lots, and this is none")
					.next("leave --list and --lots-root out; nothing was signed"),
			),
		}
	}

	/// The root, if there is one. A list must weigh what the report states.
	pub fn resolve(&self, asset: &AssetInfo, vault: &str, stated: u128) -> Outcome<Option<Hash>> {
		if let Some(root) = &self.lots_root {
			return parse_hash(root).map(Hash::from).map(Some);
		}
		let Some(path) = &self.list else {
			return Ok(None);
		};
		BarList::check_unit(&asset.unit, path)?;
		let leaves = Leaves::of(&BarList::read(path)?, vault, path)?;
		let sum = leaves.quantity();
		match sum == stated {
			true => Ok(Some(leaves.root())),
			false => Err(Failure::input(format!(
				"{}: the bars in vault {vault} weigh {}, and the report states {}",
				path.display(),
				asset.quantity(sum),
				asset.quantity(stated)
			))
			.next("correct the list or the report; nothing was signed")),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{context::examples::gold, input::statement::Draft};
	use std::path::Path;

	fn example(name: &str) -> PathBuf {
		Path::new(env!("CARGO_MANIFEST_DIR"))
			.join("../docs/examples/gold")
			.join(name)
	}

	fn with_list() -> Arguments {
		Arguments {
			list: Some(example("bars.csv")),
			lots_root: None,
		}
	}

	#[test]
	fn works_for_the_list_of_the_example() {
		let root = with_list().resolve(&gold(), "ZRH-1", 87_683_379).unwrap();
		let other = with_list().resolve(&gold(), "LON-1", 79_865_196).unwrap();
		assert!(root.is_some() && other.is_some());
		assert_ne!(root, other);
		let given = Arguments {
			list: None,
			lots_root: root.map(crate::accounts::hex),
		};
		assert_eq!(given.resolve(&gold(), "ZRH-1", 1), Ok(root));
		assert_eq!(Arguments::default().resolve(&gold(), "ZRH-1", 1), Ok(None));
	}

	#[test]
	fn fails_when_list_and_report_differ_by_the_smallest_unit() {
		for stated in [87_683_378, 87_683_380] {
			let failure = with_list().resolve(&gold(), "ZRH-1", stated).unwrap_err();
			assert_eq!(failure.exit_code(), 2);
			assert!(
				failure.what.contains("weigh 87683.379 fine troy ounce"),
				"{failure}"
			);
		}
	}

	#[test]
	fn fails_when_the_asset_is_not_counted_in_ounces() {
		let mut silver = gold();
		silver.unit = "gram /1000".into();
		let failure = with_list().resolve(&silver, "ZRH-1", 87_683_379);
		assert_eq!(failure.unwrap_err().exit_code(), 2);
	}

	#[test]
	fn fails_when_the_root_is_no_hash() {
		let given = Arguments {
			list: None,
			lots_root: Some("0x12".into()),
		};
		assert_eq!(
			given.resolve(&gold(), "ZRH-1", 1).unwrap_err().exit_code(),
			2
		);
	}

	#[test]
	fn fails_when_the_draft_is_no_report() {
		let report = Draft::read(&example("custodian-zurich.json")).unwrap();
		let verdict = Draft::read(&example("auditor-zurich.json")).unwrap();
		assert_eq!(with_list().check(&report), Ok(()));
		assert_eq!(Arguments::default().check(&verdict), Ok(()));
		assert_eq!(with_list().check(&verdict).unwrap_err().exit_code(), 2);
	}
}
