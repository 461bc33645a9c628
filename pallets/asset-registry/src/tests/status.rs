//! `activate`, `suspend`, `resume`, `wind_down`, `retire`, `reclaim_deposit`.

use crate::{mock::*, *};
use assay_primitives::Standing;
use frame_support::{assert_noop, assert_ok};
use polkadot_sdk::sp_runtime::DispatchError;

fn changed(
	asset: AssetId,
	old: AssetStatus,
	new: AssetStatus,
	by: Option<IdentityId>,
) -> RuntimeEvent {
	Event::StatusChanged {
		asset,
		old,
		new,
		by,
	}
	.into()
}

#[test]
fn activate_works_and_opens_the_ledger() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Registered);
		assert_ok!(Registry::activate(signed(IVAN), asset));
		assert_eq!(
			Ledger::opened(asset),
			Some((b"Vault Gold Gram".to_vec(), b"VGG".to_vec(), 6))
		);
		assert_eq!(
			last_event(),
			changed(
				asset,
				AssetStatus::Registered,
				AssetStatus::Active,
				Some(IVAN)
			)
		);
	});
}

#[test]
fn activate_fails_when_a_required_document_has_expired() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Registered);
		let kind = DocumentKind::LegalOpinion;
		assert_ok!(Registry::add_document(
			signed(ISA),
			asset,
			kind,
			opinion(Some(NOW))
		));
		Clock::set(NOW + 1);
		assert_noop!(
			Registry::activate(signed(ISA), asset),
			Error::<Test>::DocumentsExpired
		);
		Clock::set(NOW);
		assert_ok!(Registry::activate(signed(ISA), asset));
	});
}

#[test]
fn activate_fails_when_the_ledger_refuses() {
	ExtBuilder::build_and_execute(|| {
		use assay_traits::GuardedLedger;
		let asset = asset_in(AssetStatus::Registered);
		Ledger::open(asset, b"x", b"y", 6).unwrap();
		assert_noop!(
			Registry::activate(signed(ISA), asset),
			DispatchError::Other("open already")
		);
	});
}

#[test]
fn suspend_works_by_an_officer_and_by_the_council() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		// The audit firm is compliance officer; Adam acts for it.
		assert_ok!(Registry::suspend(signed(ADAM), asset));
		assert_eq!(
			last_event(),
			changed(
				asset,
				AssetStatus::Active,
				AssetStatus::Suspended,
				Some(ADAM)
			)
		);
		assert_ok!(Registry::resume(signed(COUNCIL), asset));
		assert_eq!(
			last_event(),
			changed(asset, AssetStatus::Suspended, AssetStatus::Active, None)
		);
		assert_ok!(Registry::suspend(signed(COUNCIL), asset));
		assert_eq!(
			last_event(),
			changed(asset, AssetStatus::Active, AssetStatus::Suspended, None)
		);
	});
}

#[test]
fn wind_down_works_by_the_council_while_suspended_and_by_the_issuer_while_active() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Suspended);
		// The issuer cannot end a suspension by winding down.
		assert_noop!(
			Registry::wind_down(signed(ISA), asset),
			Error::<Test>::StatusForbids
		);
		assert_ok!(Registry::wind_down(signed(COUNCIL), asset));
		assert_eq!(
			last_event(),
			changed(
				asset,
				AssetStatus::Suspended,
				AssetStatus::WindingDown,
				None
			)
		);

		assert_ok!(Registry::draft(signed(ISA), with_ticker("SILVER")));
		let other = asset + 1;
		assert_ok!(Registry::approve(
			signed(RITA),
			other,
			with_ticker("SILVER").hash()
		));
		assert_ok!(Registry::activate(signed(ISA), other));
		assert_noop!(
			Registry::wind_down(signed(COUNCIL), other),
			Error::<Test>::StatusForbids
		);
		assert_ok!(Registry::wind_down(signed(ISA), other));
		assert_eq!(
			last_event(),
			changed(
				other,
				AssetStatus::Active,
				AssetStatus::WindingDown,
				Some(ISA)
			)
		);
	});
}

#[test]
fn retire_fails_when_a_unit_exists() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::WindingDown);
		Ledger::set_supply(asset, 1);
		assert_noop!(
			Registry::retire(signed(ISA), asset),
			Error::<Test>::SupplyRemains
		);
		Ledger::set_supply(asset, 0);
		assert_ok!(Registry::retire(signed(ISA), asset));
		assert_eq!(
			last_event(),
			changed(
				asset,
				AssetStatus::WindingDown,
				AssetStatus::Retired,
				Some(ISA)
			)
		);
		// The ticker of a retired asset is not given to another.
		assert_noop!(
			Registry::draft(signed(ISA), gold()),
			Error::<Test>::TickerTaken
		);
	});
}

#[test]
fn retire_fails_when_an_identity_holds_units() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::WindingDown);
		Positions::set(asset, NINA, 1);
		assert_noop!(
			Registry::retire(signed(ISA), asset),
			Error::<Test>::HoldersRemain
		);
		Positions::set(asset, NINA, 0);
		assert_ok!(Registry::retire(signed(ISA), asset));
	});
}

#[test]
fn reclaim_deposit_works_once_and_only_when_retired() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Registered);
		let kind = DocumentKind::AuditReport;
		assert_ok!(Registry::add_document(
			signed(IVAN),
			asset,
			kind,
			opinion(None)
		));
		assert_ok!(Registry::activate(signed(ISA), asset));
		assert_ok!(Registry::wind_down(signed(ISA), asset));
		assert_noop!(
			Registry::reclaim_deposit(signed(IVAN), asset),
			Error::<Test>::StatusForbids
		);
		assert_noop!(
			Registry::reclaim_deposit(signed(IVAN), 77),
			Error::<Test>::NotFound
		);
		assert_ok!(Registry::retire(signed(ISA), asset));

		// Also an account that has lost its identity gets its deposit back.
		set(IVAN, |it| it.standing = Standing::Suspended);
		assert_ok!(Registry::reclaim_deposit(signed(IVAN), asset));
		assert_eq!(
			last_event(),
			Event::DepositReclaimed {
				asset,
				who: IVAN.into(),
				amount: DOCUMENT_DEPOSIT
			}
			.into()
		);
		assert_noop!(
			Registry::reclaim_deposit(signed(IVAN), asset),
			Error::<Test>::NoDeposit
		);
		assert_noop!(
			Registry::reclaim_deposit(signed(NOBODY), asset),
			Error::<Test>::NoDeposit
		);
		assert_eq!((held(ISA), held(IVAN)), (ASSET_DEPOSIT, 0));
		assert_ok!(Registry::reclaim_deposit(signed(ISA), asset));
		assert_eq!(held(ISA), 0);
	});
}

#[test]
fn every_status_changes_as_the_transition_table_says_and_not_otherwise() {
	use AssetStatus::*;
	let steps: [(Act, AssetStatus); 6] = [
		(Act::Approve, Registered),
		(Act::Activate, Active),
		(Act::Suspend, Suspended),
		(Act::Resume, Active),
		(Act::WindDown, WindingDown),
		(Act::Retire, Retired),
	];
	for from in AssetStatus::ALL {
		for to in AssetStatus::ALL {
			// A call leads there from here if and only if the table allows it …
			let open = steps
				.iter()
				.any(|(act, target)| *target == to && !act.open_to(from).is_empty());
			assert_eq!(open, from.can_become(to), "{from:?} to {to:?}");
			// … and the one place that writes a status refuses everything else.
			ExtBuilder::build_and_execute(|| {
				let asset = asset_in(from);
				let summary = Summaries::<Test>::get(asset).unwrap();
				if from.can_become(to) {
					frame_support::storage::with_transaction(|| {
						let result = Registry::set_status(asset, summary, to, None);
						assert_eq!(status(asset), to);
						polkadot_sdk::sp_runtime::TransactionOutcome::Rollback(result)
					})
					.unwrap();
				} else {
					assert_noop!(
						Registry::set_status(asset, summary, to, None),
						Error::<Test>::StatusForbids
					);
				}
			});
		}
	}
}
