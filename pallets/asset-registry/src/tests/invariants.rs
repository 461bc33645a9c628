//! Each invariant, broken by hand: the check with its number fails.

use crate::{mock::*, *};
use polkadot_sdk::sp_runtime::TryRuntimeError;

/// An active asset with a custodian and two versions of an opinion, then the damage.
fn breaks(invariant: &str, damage: impl FnOnce(AssetId)) {
	ExtBuilder::build().execute_with(|| {
		let asset = asset_in(AssetStatus::Active);
		grant(asset, Role::Custodian, VAULT);
		for _ in 0..2 {
			let kind = DocumentKind::LegalOpinion;
			Registry::add_document(signed(ISA), asset, kind, opinion(None)).unwrap();
		}
		assert_eq!(Registry::do_try_state(), Ok(()));
		damage(asset);
		match Registry::do_try_state() {
			Err(TryRuntimeError::Other(message)) => {
				assert!(
					message.starts_with(&format!("{invariant}:")),
					"{invariant}: {message}"
				)
			},
			other => panic!("{invariant} is not seen: {other:?}"),
		}
	});
}

fn summary(asset: AssetId, change: impl FnOnce(&mut AssetSummary)) {
	Summaries::<Test>::mutate(asset, |it| change(it.as_mut().unwrap()));
}

fn filing(asset: AssetId, change: impl FnOnce(&mut Filing)) {
	Filings::<Test>::mutate(asset, |it| change(it.as_mut().unwrap()));
}

fn terms(asset: AssetId, change: impl FnOnce(&mut AssetTerms)) {
	Terms::<Test>::mutate(asset, |it| change(it.as_mut().unwrap()));
}

const BY: RoleGrant = RoleGrant {
	granted_by: ISA,
	valid_until: None,
};

#[test]
fn inv_reg_1_is_seen_when_a_record_is_missing_or_too_many() {
	breaks("INV-REG-1", NextAssetId::<Test>::put);
	breaks("INV-REG-1", Terms::<Test>::remove);
	breaks("INV-REG-1", Filings::<Test>::remove);
	breaks("INV-REG-1", Latest::<Test>::remove);
	breaks("INV-REG-1", Summaries::<Test>::remove);
	breaks("INV-REG-1", |_| {
		Profiles::<Test>::insert(9, AssetProfile::default())
	});
	breaks("INV-REG-1", |asset| {
		Profiles::<Test>::mutate(asset, |it| it.contact = text("\u{7}"))
	});
}

#[test]
fn inv_reg_2_is_seen_when_a_ticker_leads_astray() {
	breaks("INV-REG-2", |_| {
		Tickers::<Test>::remove(text::<MAX_TICKER>("VGG"))
	});
	breaks("INV-REG-2", |_| {
		Tickers::<Test>::insert(text::<MAX_TICKER>("VGG"), 9)
	});
	breaks("INV-REG-2", |asset| {
		Tickers::<Test>::insert(text::<MAX_TICKER>("XXX"), asset)
	});
}

#[test]
fn inv_reg_3_is_seen_when_a_definition_is_not_normal() {
	breaks("INV-REG-3", |asset| {
		summary(asset, |it| it.unit.numerator = 0)
	});
	breaks("INV-REG-3", |asset| {
		summary(asset, |it| {
			it.unit.numerator *= 2;
			it.unit.denominator *= 2;
		})
	});
	breaks("INV-REG-3", |asset| {
		summary(asset, |it| it.underlying_unit = Hash::zero())
	});
	breaks("INV-REG-3", |asset| terms(asset, |it| it.decimals = 5));
	breaks("INV-REG-3", |asset| {
		terms(asset, |it| it.isin = Some([b'A'; 12]))
	});
	breaks("INV-REG-3", |asset| {
		terms(asset, |it| it.symbol = text("vgg"));
		Tickers::<Test>::swap(text::<MAX_TICKER>("vgg"), text::<MAX_TICKER>("VGG"));
	});
}

#[test]
fn inv_reg_4_is_seen_when_approval_and_status_differ() {
	breaks("INV-REG-4", |asset| {
		filing(asset, |it| it.approved_by = None)
	});
	breaks("INV-REG-4", |asset| {
		filing(asset, |it| it.drafted_by = RITA)
	});
	breaks("INV-REG-4", |asset| {
		filing(asset, |it| {
			it.approved_by.as_mut().unwrap().organisation = ISSUER
		})
	});
	breaks("INV-REG-4", |asset| {
		terms(asset, |it| it.bankruptcy_remote = false)
	});
	breaks("INV-REG-4", |asset| {
		summary(asset, |it| it.status = AssetStatus::Draft)
	});
}

#[test]
fn inv_reg_5_is_seen_when_documents_and_their_index_differ() {
	let kind = DocumentKind::LegalOpinion;
	breaks("INV-REG-5", |asset| {
		Documents::<Test>::remove(asset, (kind, 1))
	});
	breaks("INV-REG-5", |asset| filing(asset, |it| it.documents = 3));
	breaks("INV-REG-5", |asset| {
		let stray = Documents::<Test>::get(asset, (kind, 1)).unwrap();
		Documents::<Test>::insert(asset, (DocumentKind::TermSheet, 1), stray);
	});
	breaks("INV-REG-5", |asset| {
		Latest::<Test>::mutate(asset, |it| {
			it.as_mut()
				.unwrap()
				.iter_mut()
				.for_each(|it| it.required = false)
		})
	});
}

#[test]
fn inv_reg_6_is_seen_when_grants_are_miscounted() {
	breaks("INV-REG-6", |asset| filing(asset, |it| it.grants = 1));
	breaks("INV-REG-6", |asset| {
		Roles::<Test>::insert(asset, (Role::Minter, NINA), BY)
	});
	breaks("INV-REG-6", |asset| {
		Roles::<Test>::insert(asset, (Role::Issuer, NINA), BY);
		filing(asset, |it| it.grants += 1);
	});
}

#[test]
fn inv_reg_7_is_seen_when_roles_exclude_each_other() {
	for (role, identity) in [
		(Role::Auditor, VAULT),
		(Role::Auditor, ISSUER),
		(Role::Trustee, ISSUER),
	] {
		breaks("INV-REG-7", |asset| {
			Roles::<Test>::insert(asset, (role, identity), BY);
			filing(asset, |it| it.grants += 1);
		});
	}
	breaks("INV-REG-7", |asset| {
		Roles::<Test>::insert(asset, (Role::Minter, NINA), BY);
		Roles::<Test>::insert(asset, (Role::MintController, NINA), BY);
		filing(asset, |it| it.grants += 2);
	});
}

#[test]
fn inv_reg_8_is_seen_when_deposits_and_holds_differ() {
	let isa = AccountId::from(ISA);
	breaks("INV-REG-8", |asset| {
		Deposits::<Test>::mutate(asset, isa, |it| *it += 1)
	});
	breaks("INV-REG-8", |asset| Deposits::<Test>::insert(asset, isa, 0));
	breaks("INV-REG-8", |_| Deposits::<Test>::insert(9, isa, 1));
	breaks("INV-REG-8", |_| Registry::release_deposit(&isa, 1).unwrap());
}

#[test]
fn inv_reg_9_is_seen_when_a_retired_asset_has_units() {
	breaks("INV-REG-9", |asset| {
		summary(asset, |it| it.status = AssetStatus::Retired);
		Ledger::set_supply(asset, 1);
	});
}

#[test]
fn inv_reg_10_is_seen_when_engagements_are_miscounted() {
	breaks("INV-REG-10", |_| Engagements::<Test>::insert(ISSUER, 2));
	breaks("INV-REG-10", |_| Engagements::<Test>::remove(VAULT));
	breaks("INV-REG-10", |_| Engagements::<Test>::insert(NINA, 0));
}

/// A change of terms in the stage, then the damage to it.
fn breaks_change(stage: ChangeStage, damage: fn(&mut TermChange)) {
	breaks("INV-REG-11", |asset| {
		change_in(stage, asset);
		assert_eq!(Registry::do_try_state(), Ok(()));
		TermChanges::<Test>::mutate(asset, |it| damage(it.as_mut().unwrap()));
	});
}

#[test]
fn inv_reg_11_is_seen_when_a_change_of_terms_is_not_what_it_may_be() {
	use ChangeStage::*;
	breaks("INV-REG-11", |asset| {
		change_in(Proposed, asset);
		TermChanges::<Test>::insert(9, TermChanges::<Test>::get(asset).unwrap());
	});
	breaks("INV-REG-11", |asset| {
		change_in(Proposed, asset);
		summary(asset, |it| it.status = AssetStatus::Retired);
	});
	// What it changes.
	breaks_change(Proposed, |it| it.definition = gold());
	breaks_change(Proposed, |it| it.definition.terms.decimals = 7);
	breaks_change(Proposed, |it| it.definition.unit.numerator = 0);
	// Its stage and what is recorded.
	breaks_change(Proposed, |it| it.stage = Approved);
	breaks_change(Proposed, |it| it.stage = Lapsed);
	breaks_change(Proposed, |it| it.effective_at = Some(NOW));
	breaks_change(Proposed, |it| it.lapses_at = it.proposed_at - 1);
	breaks_change(Approved, |it| it.stage = Proposed);
	breaks_change(Approved, |it| it.stage = Contested);
	breaks_change(Approved, |it| it.stage = Applied);
	breaks_change(Approved, |it| it.effective_at = None);
	breaks_change(Approved, |it| it.lapses_at = it.effective_at.unwrap());
	breaks_change(Approved, |it| it.effective_at = Some(NOW));
	breaks_change(Approved, |it| it.proposed_by = ADAM);
	breaks_change(Approved, |it| {
		it.approval.as_mut().unwrap().organisation = ISSUER
	});
	breaks_change(Approved, |it| {
		it.approval.as_mut().unwrap().terms_hash = Hash::zero()
	});
	breaks_change(Approved, |it| it.contested_by = Some(NINA));
	breaks_change(Contested, |it| it.contested_by = None);
	breaks_change(Confirmed, |it| it.contested_by = None);
}

#[test]
fn inv_reg_12_is_seen_when_something_else_than_cash_settles() {
	breaks("INV-REG-12", |asset| {
		summary(asset, |it| it.settlement = true)
	});
}
