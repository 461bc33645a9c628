//! The root over the bars of a published list, which a custodian's report names.

use super::lot_id;
use crate::{
	errors::{Failure, Outcome},
	input::bars::BarList,
};
use assay_primitives::{lots_root, prove_lot, Hash, LotId, LotProof, Quantity};
use std::path::Path;

/// The bars of a list that lie in one vault, in the order that the root is made over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaves(Vec<(LotId, Quantity)>);

impl Leaves {
	/// Of the vault with this name; `path` is for messages.
	pub fn of(list: &BarList, vault: &str, path: &Path) -> Outcome<Self> {
		let leaves = list.in_vault(vault).map(|bar| {
			let id = lot_id(&bar.refiner, &bar.serial)?;
			Ok((LotId::from(id.0), bar.fine))
		});
		let mut leaves = leaves.collect::<Outcome<Vec<_>>>()?;
		leaves.sort_unstable_by_key(|(lot, _)| *lot);
		match leaves.is_empty() {
			true => Err(Failure::input(format!(
				"{}: no bar lies in vault {vault}",
				path.display()
			))
			.next(format!("the list knows the vaults {:?}", list.vaults()))),
			false => Ok(Self(leaves)),
		}
	}

	/// The root.
	pub fn root(&self) -> Hash {
		lots_root(&self.0)
	}

	/// How many bars there are.
	pub fn count(&self) -> usize {
		self.0.len()
	}

	/// What they weigh together.
	pub fn quantity(&self) -> Quantity {
		let quantities = self.0.iter().map(|(_, quantity)| *quantity);
		quantities.fold(0, Quantity::saturating_add)
	}

	/// That a lot is among them; `None` when it is not.
	pub fn prove(&self, lot: LotId) -> Option<LotProof> {
		prove_lot(&self.0, lot)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const LIST: &str = "serial,refiner,gross_oz,assay,fine_oz,vault\n\
		A1,REF,400.000,995.0,398.000,ZRH\n\
		B2,REF,400.000,995.0,398.000,ZRH\n\
		C3,REF,400.000,995.0,398.000,LON\n\
		TOTAL,,1200.000,,1194.000,\n";

	fn leaves(text: &str, vault: &str) -> Outcome<Leaves> {
		let path = Path::new("bars.csv");
		Leaves::of(&BarList::parse(text, path).unwrap(), vault, path)
	}

	#[test]
	fn every_bar_of_the_vault_is_under_the_root_and_no_other() {
		let leaves = leaves(LIST, "ZRH").unwrap();
		assert_eq!((leaves.count(), leaves.quantity()), (2, 796_000));
		let lot = |serial| LotId::from(lot_id("ref", serial).unwrap().0);
		for serial in ["A1", "b-2"] {
			let proof = leaves.prove(lot(serial)).unwrap();
			assert!(proof.verify(leaves.root()), "{serial}");
			assert_eq!(proof.quantity, 398_000);
		}
		assert_eq!(leaves.prove(lot("C3")), None);
	}

	#[test]
	fn the_order_of_lines_and_the_spelling_of_serials_do_not_matter() {
		let mut lines: Vec<&str> = LIST.lines().collect();
		lines.swap(1, 2);
		let other = lines.join("\n").replace("A1,REF", "00a-1,Ref");
		let root = leaves(LIST, "ZRH").unwrap().root();
		assert_eq!(leaves(&other, "ZRH").unwrap().root(), root);
		let heavier = LIST
			.replacen("400.000,995.0,398.000", "800.000,995.0,796.000", 1)
			.replace("1200.000,,1194.000", "1600.000,,1592.000");
		assert_ne!(leaves(&heavier, "ZRH").unwrap().root(), root);
	}

	#[test]
	fn fails_when_no_bar_lies_in_the_vault() {
		let failure = leaves(LIST, "PAR").unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		assert!(
			failure.what.contains("no bar lies in vault PAR"),
			"{failure}"
		);
		assert!(failure.next.unwrap().contains("LON"));
	}
}
