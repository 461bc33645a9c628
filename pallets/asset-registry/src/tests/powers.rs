//! `powers`: what investors are told.

use crate::{mock::*, *};
use assay_primitives::Standing;
use frame_support::assert_ok;
use std::collections::BTreeSet;

fn role(role: Role, identity: IdentityId, organisation: IdentityId) -> PowerHolder {
	PowerHolder {
		seat: Seat::Role(role),
		identity: Some(identity),
		organisation: Some(organisation),
		valid_until: None,
	}
}

fn seat(seat: Seat) -> PowerHolder {
	PowerHolder {
		seat,
		identity: None,
		organisation: None,
		valid_until: None,
	}
}

fn rows(asset: AssetId, power: Power) -> Vec<PowerDisclosure> {
	Registry::powers(asset)
		.into_iter()
		.filter(|row| row.power == power)
		.collect()
}

fn row(asset: AssetId, power: Power) -> PowerDisclosure {
	let [row] = <[_; 1]>::try_from(rows(asset, power)).unwrap();
	row
}

#[test]
fn a_change_of_terms_names_issuer_watchers_delay_and_who_may_stop_it() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		grant(asset, Role::Trustee, VAULT);
		// Of the issuer's own organisation, so that it may not agree.
		grant(asset, Role::TransferAgent, IVAN);
		// With a role and no office, as well.
		grant(asset, Role::Custodian, REGISTRAR);
		grant(asset, Role::TransferAgent, VERA);
		let agree = || row(asset, Power::ChangeTerms).confirms;
		assert!(agree().iter().all(|it| it.organisation != Some(VAULT)));
		ApproverSet::set(vec![AUDIT, VAULT, ISSUER]);
		assert!(agree().iter().all(|it| it.identity != Some(REGISTRAR)));
		assert_ok!(Registry::revoke_role(
			signed(ISA),
			asset,
			Role::TransferAgent,
			VERA
		));
		let issuer = role(Role::Issuer, ISSUER, ISSUER);
		assert_eq!(
			row(asset, Power::ChangeTerms),
			PowerDisclosure {
				power: Power::ChangeTerms,
				begins: vec![issuer],
				confirms: vec![
					role(Role::ComplianceOfficer, AUDIT, AUDIT),
					role(Role::Trustee, VAULT, VAULT),
				],
				needs: Needs::SecondOrganisation,
				delay_ms: TERMS_DELAY,
				stops: vec![issuer, seat(Seat::Holder), seat(Seat::CouncilMajority)],
				calls: [
					"propose_terms",
					"approve_terms",
					"object_to_terms",
					"confirm_terms",
					"apply_terms",
					"withdraw_terms"
				]
				.map(|call| format!("AssetRegistry.{call}"))
				.to_vec(),
			}
		);
	});
}

#[test]
fn powers_of_other_pallets_are_told_with_who_has_the_role() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		assert!(
			row(asset, Power::Mint).begins.is_empty(),
			"nobody mints yet"
		);
		let until = Some(NOW + 5);
		assert_ok!(Registry::grant_role(
			signed(ISA),
			asset,
			Role::Minter,
			VERA,
			until
		));
		grant(asset, Role::MintController, VAULT);
		let minter = PowerHolder {
			valid_until: until,
			..role(Role::Minter, VERA, VAULT)
		};
		let mint = row(asset, Power::Mint);
		assert_eq!(
			(mint.begins, mint.confirms, mint.needs),
			(
				vec![minter],
				// A second person is enough, of the same organisation too.
				vec![role(Role::MintController, VAULT, VAULT)],
				Needs::SecondPerson
			)
		);
		assert_eq!(mint.calls, ["Issuance.mint", "Issuance.mint_batch"]);

		Clock::set(NOW + 6);
		assert!(row(asset, Power::Mint).begins.is_empty(), "it has expired");
		set(VAULT, |it| it.standing = Standing::Suspended);
		assert!(row(asset, Power::Mint).confirms.is_empty());
		assert_eq!(
			row(asset, Power::UpgradeChain).begins,
			[seat(Seat::CouncilSupermajority)]
		);
	});
}

#[test]
fn who_alone_may_begin_is_not_told_as_the_second_organisation() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		let confirms = || row(asset, Power::ResumeMovement).confirms;
		let issuer = role(Role::Issuer, ISSUER, ISSUER);
		let audit = role(Role::ComplianceOfficer, AUDIT, AUDIT);
		// The one officer cannot confirm its own request; with another one, either may.
		assert_eq!(confirms(), [issuer]);
		grant(asset, Role::ComplianceOfficer, VAULT);
		let told: BTreeSet<_> = confirms().iter().map(|it| it.identity.unwrap()).collect();
		assert_eq!(told, [ISSUER, VAULT, AUDIT].into());
		assert!(confirms().contains(&audit));
	});
}

#[test]
fn every_row_is_told_in_every_status_and_none_of_an_unknown_asset() {
	for status in AssetStatus::ALL {
		ExtBuilder::build_and_execute(|| {
			let asset = asset_in(status);
			let told: Vec<_> = Registry::powers(asset)
				.into_iter()
				.map(|row| row.power)
				.collect();
			let table: Vec<_> = file_powers(TERMS_DELAY)
				.into_iter()
				.chain(<OtherPowers as frame_support::traits::Get<_>>::get())
				.map(|rule: PowerRule| rule.power)
				.collect();
			assert_eq!(told, table);
			assert!(Registry::powers(77).is_empty());
		});
	}
}

/// Every call of this pallet that is no holder's or payer's own affair, and no step before the
/// asset is approved, is in a row; and each row says how many must agree as the acts do.
#[test]
fn the_rows_name_every_call_over_an_approved_asset() {
	use frame_support::traits::GetCallName;
	let listed: BTreeSet<_> = file_powers(TERMS_DELAY)
		.iter()
		.flat_map(|rule| rule.calls)
		.map(|(pallet, call)| {
			assert_eq!(*pallet, "AssetRegistry");
			*call
		})
		.collect();
	let before_approval = ["draft", "amend_draft", "remove_draft", "approve"];
	let own_affair = ["reclaim_deposit"];
	for call in Call::<Test>::get_call_names() {
		let expected = !before_approval.contains(call) && !own_affair.contains(call);
		assert_eq!(listed.contains(call), expected, "{call}");
	}
}
