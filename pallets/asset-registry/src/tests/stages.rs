//! The stages of a change of terms, and the steps that each allows.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use polkadot_sdk::sp_runtime::DispatchResult;

fn stage(asset: AssetId) -> Option<ChangeStage> {
	TermChanges::<Test>::get(asset).map(|change| change.stage)
}

#[test]
fn stages_follow_each_other_as_the_table_says_and_not_otherwise() {
	use ChangeStage::*;
	let allowed = [
		(Proposed, Approved),
		(Approved, Contested),
		(Approved, Applied),
		(Contested, Confirmed),
		(Confirmed, Applied),
	];
	let ends = [Withdrawn, Rejected, Lapsed];
	for from in ChangeStage::ALL {
		assert_eq!(from.is_open(), from != Applied && !ends.contains(&from));
		for to in ChangeStage::ALL {
			let expected = allowed.contains(&(from, to)) || (from.is_open() && ends.contains(&to));
			assert_eq!(from.can_become(to), expected, "{from:?} to {to:?}");
		}
	}
}

#[test]
fn every_stage_allows_the_steps_of_the_table_and_no_others() {
	use ChangeStage::*;
	let steps: [(fn(AssetId) -> DispatchResult, ChangeStage); 5] = [
		(
			|asset| Registry::approve_terms(signed(ADAM), asset, pledged_gold().hash()),
			Approved,
		),
		(
			|asset| Registry::object_to_terms(signed(NINA), asset),
			Contested,
		),
		(
			|asset| Registry::confirm_terms(signed(COUNCIL), asset),
			Confirmed,
		),
		(
			|asset| Registry::object_to_terms(signed(COUNCIL), asset),
			Rejected,
		),
		(
			|asset| Registry::withdraw_terms(signed(ISA), asset),
			Withdrawn,
		),
	];
	for from in [Proposed, Approved, Contested, Confirmed] {
		for (step, to) in steps {
			ExtBuilder::build_and_execute(|| {
				let asset = asset_in(AssetStatus::Active);
				change_in(from, asset);
				Positions::set(asset, NINA, 1);
				if from.can_become(to) {
					assert_ok!(step(asset));
					assert_eq!(stage(asset), Some(to).filter(|to| to.is_open()));
				} else {
					assert_noop!(step(asset), Error::<Test>::WrongStage);
				}
			});
		}
		ExtBuilder::build_and_execute(|| {
			let asset = asset_in(AssetStatus::Active);
			change_in(from, asset);
			Clock::set(NOW + TERMS_PERIOD.min(TERMS_DELAY));
			let applies = || Registry::apply_terms(signed(VERA), asset);
			if from.can_become(Applied) {
				Clock::set(NOW + TERMS_DELAY);
				assert_ok!(applies());
			} else {
				assert_noop!(applies(), Error::<Test>::WrongStage);
			}
		});
	}
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		Positions::set(asset, NINA, 1);
		for (step, _) in steps {
			assert_noop!(step(asset), Error::<Test>::NoChange);
		}
		assert_noop!(
			Registry::apply_terms(signed(VERA), asset),
			Error::<Test>::NoChange
		);
	});
}
