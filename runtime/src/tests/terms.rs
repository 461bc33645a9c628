//! Documents that expire, terms that change, and what investors are told of it.

use super::{chain::*, world::*};
use crate::{powers::OtherPowers, AssetRegistry, Issuance, Runtime, RuntimeCall};
use assay_primitives::{AssetId, Hash, IdentityKind, Moment, Role, UnitRatio, DAY};
use assay_traits::AssetInspect;
use pallet_asset_registry::{
	AssetDefinition, ChangeStage, DocumentFiling, DocumentKind, Needs, Power, Seat, Segregation,
};
use polkadot_sdk::{
	frame_support::traits::{Get, GetCallMetadata, GetCallName, PalletInfoAccess},
	sp_runtime::DispatchError,
	*,
};
use std::collections::BTreeSet;

const DELAY: Moment = 14 * DAY;

fn registry(error: pallet_asset_registry::Error<Runtime>) -> DispatchError {
	error.into()
}

/// Files a legal opinion that minting needs.
fn opinion(valid_until: Moment) {
	succeed(
		ISSUER,
		pallet_asset_registry::Call::add_document {
			asset: GOLD,
			kind: DocumentKind::LegalOpinion,
			document: DocumentFiling {
				title: text("Opinion on title"),
				uri: text("https://example.org/opinion.pdf"),
				hash: Hash::repeat_byte(6),
				valid_until: Some(valid_until),
				required: true,
			},
		},
	);
}

#[test]
fn minting_is_open_at_the_last_moment_of_an_opinion_and_shut_a_millisecond_later() {
	for (past, open) in [(0, true), (1, false)] {
		execute(|| {
			held_asset();
			let moment = now() + DAY / 24;
			opinion(moment - past);
			next_block_at(moment);
			if open {
				succeed(MINTER, mint(ANN, GRAM));
			} else {
				let error = pallet_issuance::Error::<Runtime>::DocumentExpired;
				assert_eq!(fail(MINTER, mint(ANN, GRAM)), error.into());
			}
			let allowance = Issuance::allowance(GOLD).unwrap();
			assert_eq!(allowance.documents_in_force, open);
			assert_eq!(allowance.mintable > 0, open);
			let expired = AssetRegistry::expired_documents(GOLD);
			assert_eq!(expired.is_empty(), open);
		});
	}
}

#[test]
fn an_expired_opinion_shuts_nothing_but_minting_until_a_newer_one_is_filed() {
	execute(|| {
		held_asset();
		opinion(now());
		next_block();
		fail(MINTER, mint(ANN, GRAM));

		succeed(ANN, transfer(BEN, GRAM));
		let held = units(BEN);
		succeed(
			BEN,
			pallet_issuance::Call::request_redemption {
				asset: GOLD,
				amount: 100 * GRAM,
				delivery: Hash::repeat_byte(8),
			},
		);
		succeed(ISSUER, pallet_issuance::Call::accept_redemption { id: 0 });
		let claim = UNIT.claim_floor(100 * GRAM).unwrap();
		let bar = pallet_custody::lot_id(b"LBMA", b"Zurich 1 0").unwrap();
		succeed(
			ZURICH,
			pallet_issuance::Call::release_redemption {
				id: 0,
				lots: vec![(ZURICH_VAULT, bar, claim)].try_into().unwrap(),
				evidence: Hash::repeat_byte(9),
			},
		);
		succeed(ANN, pallet_issuance::Call::burn_redemption { id: 0 });
		assert_eq!(units(BEN), held - 100 * GRAM);

		opinion(now() + DAY);
		succeed(MINTER, mint(ANN, 2 * GRAM));
	});
}

/// As [`held_asset`], with a trustee.
fn watched_asset() {
	held_asset();
	succeed(
		ISSUER,
		pallet_asset_registry::Call::grant_role {
			asset: GOLD,
			role: Role::Trustee,
			identity: identity(LONDON),
			valid_until: None,
		},
	);
}

/// Half the gold for each unit, and no longer kept apart.
fn worse() -> AssetDefinition {
	let mut definition = definition();
	definition.unit = UnitRatio {
		numerator: UNIT.numerator,
		denominator: 2 * UNIT.denominator,
	};
	definition.terms.segregation = Segregation::Promised;
	definition
}

fn propose_and_approve() {
	succeed(
		ISSUER,
		pallet_asset_registry::Call::propose_terms {
			asset: GOLD,
			definition: worse(),
		},
	);
	let terms_hash = worse().hash();
	succeed(
		LONDON,
		pallet_asset_registry::Call::approve_terms {
			asset: GOLD,
			terms_hash,
		},
	);
}

fn apply() -> pallet_asset_registry::Call<Runtime> {
	pallet_asset_registry::Call::apply_terms { asset: GOLD }
}

fn object() -> pallet_asset_registry::Call<Runtime> {
	pallet_asset_registry::Call::object_to_terms { asset: GOLD }
}

fn unit() -> UnitRatio {
	AssetRegistry::summary(GOLD).unwrap().unit
}

fn stage() -> Option<ChangeStage> {
	AssetRegistry::term_change(GOLD).map(|details| details.change.stage)
}

#[test]
fn a_harmful_change_holds_not_a_millisecond_before_its_delay_has_passed() {
	for (missing, due) in [(1, false), (0, true)] {
		execute(|| {
			watched_asset();
			propose_and_approve();
			next_block_at(now() + DELAY - missing);
			if due {
				succeed(BEN, apply());
				assert_eq!((unit(), stage()), (worse().unit, None));
			} else {
				let early = pallet_asset_registry::Error::<Runtime>::TooEarly;
				assert_eq!(fail(BEN, apply()), registry(early));
				assert_eq!((unit(), stage()), (UNIT, Some(ChangeStage::Approved)));
			}
		});
	}
}

#[test]
fn whoever_does_not_like_the_new_terms_leaves_on_the_old_ones() {
	execute(|| {
		watched_asset();
		let since = now();
		propose_and_approve();
		next_block_at(since + DELAY - DAY);
		succeed(
			ANN,
			pallet_issuance::Call::request_redemption {
				asset: GOLD,
				amount: 100 * GRAM,
				delivery: Hash::repeat_byte(8),
			},
		);
		let claim = Issuance::redemption(0).unwrap().claim;
		assert_eq!(Some(claim), UNIT.claim_floor(100 * GRAM));

		next_block_at(since + DELAY);
		succeed(BEN, apply());
		assert_eq!(unit(), worse().unit);
		assert_eq!(Issuance::redemption(0).unwrap().claim, claim);
	});
}

#[test]
fn a_change_that_nobody_applies_lapses() {
	execute(|| {
		watched_asset();
		let since = now();
		propose_and_approve();
		next_block_at(since + DELAY + DELAY + 1);
		let lapsed = pallet_asset_registry::Error::<Runtime>::ChangeLapsed;
		assert_eq!(fail(BEN, apply()), registry(lapsed));
		assert_eq!(unit(), UNIT);
	});
}

#[test]
fn a_holders_objection_leaves_a_change_to_the_council() {
	execute(|| {
		watched_asset();
		let since = now();
		propose_and_approve();
		// Cleo holds nothing, so she has no say; Ben holds, and speaks even when suspended.
		let no_holder = pallet_asset_registry::Error::<Runtime>::NotHolder;
		assert_eq!(fail(CLEO, object()), registry(no_holder));
		succeed(
			REGISTRAR,
			pallet_identities::Call::suspend {
				identity: identity(BEN),
			},
		);
		next_block_at(since + DELAY - DAY);
		succeed(BEN, object());
		assert_eq!(stage(), Some(ChangeStage::Contested));

		next_block_at(since + DELAY);
		let contested = pallet_asset_registry::Error::<Runtime>::WrongStage;
		assert_eq!(fail(ISSUER, apply()), registry(contested));
		as_council(pallet_asset_registry::Call::confirm_terms { asset: GOLD });
		succeed(ISSUER, apply());
		assert_eq!(unit(), worse().unit);
	});
}

#[test]
fn a_holder_objects_until_the_last_millisecond_of_the_delay() {
	for (missing, open) in [(1, true), (0, false)] {
		execute(|| {
			watched_asset();
			propose_and_approve();
			next_block_at(now() + DELAY - missing);
			if open {
				succeed(BEN, object());
			} else {
				let late = pallet_asset_registry::Error::<Runtime>::TooLate;
				assert_eq!(fail(BEN, object()), registry(late));
			}
		});
	}
}

#[test]
fn the_councils_objection_ends_a_change_at_the_last_moment_too() {
	execute(|| {
		watched_asset();
		let since = now();
		propose_and_approve();
		next_block_at(since + DELAY);
		as_council(object());
		let none = pallet_asset_registry::Error::<Runtime>::NoChange;
		assert_eq!(fail(ISSUER, apply()), registry(none));
		assert_eq!(unit(), UNIT);
	});
}

#[test]
fn the_issuer_and_its_own_people_cannot_be_the_second_organisation() {
	execute(|| {
		held_asset();
		let officer = Actor("Issuer's officer");
		onboard(officer, IdentityKind::Natural);
		let person = identity(officer);
		let organisation = identity(ISSUER);
		succeed(
			REGISTRAR,
			pallet_identities::Call::propose_organisation {
				identity: person,
				organisation,
			},
		);
		succeed(
			ISSUER,
			pallet_identities::Call::accept_organisation { identity: person },
		);
		succeed(
			ISSUER,
			pallet_asset_registry::Call::grant_role {
				asset: GOLD,
				role: Role::TransferAgent,
				identity: person,
				valid_until: None,
			},
		);
		succeed(
			ISSUER,
			pallet_asset_registry::Call::propose_terms {
				asset: GOLD,
				definition: worse(),
			},
		);
		let terms_hash = worse().hash();
		let approve = || pallet_asset_registry::Call::approve_terms {
			asset: GOLD,
			terms_hash,
		};
		let second = pallet_asset_registry::Error::<Runtime>::SecondOrganisationRequired;
		assert_eq!(fail(officer, approve()), registry(second));
		// Nor another one of its choice alone.
		let office = pallet_asset_registry::Error::<Runtime>::NotApprover;
		assert_eq!(fail(OFFICER, approve()), registry(office));
		let friend = Actor("Issuer's friend");
		onboard(friend, IdentityKind::Legal);
		succeed(
			ISSUER,
			pallet_asset_registry::Call::grant_role {
				asset: GOLD,
				role: Role::Trustee,
				identity: identity(friend),
				valid_until: None,
			},
		);
		let office = pallet_asset_registry::Error::<Runtime>::NotApprover;
		assert_eq!(fail(friend, approve()), registry(office));
		succeed(AUDITOR, approve());
	});
}

/// Calls that touch only the signer's own, or carry out what others have decided.
const NO_POWER: [(&str, &str); 35] = [
	// An asset that nobody holds yet, and one's own deposit.
	("AssetRegistry", "draft"),
	("AssetRegistry", "amend_draft"),
	("AssetRegistry", "remove_draft"),
	("AssetRegistry", "approve"),
	("AssetRegistry", "reclaim_deposit"),
	("Compliance", "transfer"),
	("Compliance", "transfer_from"),
	("Compliance", "opt_in"),
	("Compliance", "opt_out"),
	("Compliance", "reseat"),
	("Compliance", "prune_positions"),
	// A question with a deadline, one's own deposit, and a proof that speaks for itself.
	("Attestations", "challenge_lots"),
	("Attestations", "return_challenge_deposit"),
	("Attestations", "prove_deficiency"),
	("Dockets", "answer"),
	("Dockets", "remove"),
	("Identities", "accept_link"),
	("Identities", "accept_organisation"),
	("Issuance", "request_redemption"),
	("Issuance", "cancel_redemption"),
	("Issuance", "burn_redemption"),
	// What time and compliance decide, whoever asks.
	("Issuance", "breach_redemption"),
	("Issuance", "report_blocked"),
	("Issuance", "divert_to_escrow"),
	("Issuance", "confirm_cash"),
	// What two organisations agree on binds the issuer alone.
	("Issuance", "propose_bond_terms"),
	("Issuance", "approve_bond_terms"),
	("Issuance", "prune_mint_ids"),
	("Issuance", "prune_redemptions"),
	// The poster's own units, and what is drawn of them.
	("Bonds", "post"),
	("Bonds", "top_up"),
	("Bonds", "request_withdrawal"),
	("Bonds", "cancel_withdrawal"),
	("Bonds", "withdraw"),
	("Bonds", "collect"),
];

/// The calls of each pallet of ours.
fn our_calls() -> BTreeSet<(String, String)> {
	fn of<Pallet: PalletInfoAccess, Call: GetCallName>() -> Vec<(String, String)> {
		Call::get_call_names()
			.iter()
			.map(|call| (Pallet::name().into(), (*call).into()))
			.collect()
	}
	[
		of::<crate::Identities, pallet_identities::Call<Runtime>>(),
		of::<crate::Consortium, pallet_consortium::Call<Runtime>>(),
		of::<crate::AssetRegistry, pallet_asset_registry::Call<Runtime>>(),
		of::<crate::Compliance, pallet_compliance::Call<Runtime>>(),
		of::<crate::Dockets, pallet_dockets::Call<Runtime>>(),
		of::<crate::ReserveGovernance, pallet_reserve_governance::Call<Runtime>>(),
		of::<crate::Custody, pallet_custody::Call<Runtime>>(),
		of::<crate::Attestations, pallet_attestations::Call<Runtime>>(),
		of::<crate::Issuance, pallet_issuance::Call<Runtime>>(),
		of::<crate::Bonds, pallet_bonds::Call<Runtime>>(),
	]
	.concat()
	.into_iter()
	.collect()
}

#[test]
fn every_call_is_a_power_that_is_disclosed_or_none_at_all() {
	let listed: BTreeSet<(String, String)> = OtherPowers::get()
		.iter()
		.chain(&pallet_asset_registry::file_powers(DELAY))
		.flat_map(|rule| rule.calls)
		.map(|(pallet, call)| ((*pallet).into(), (*call).into()))
		.collect();
	let without: BTreeSet<(String, String)> = NO_POWER
		.iter()
		.map(|(pallet, call)| ((*pallet).into(), (*call).into()))
		.collect();
	for call in our_calls() {
		assert!(
			listed.contains(&call) != without.contains(&call),
			"{call:?} is in none or both of the two lists"
		);
	}
	// What is listed exists: a renamed call would be disclosed under a name that nobody finds.
	let all: BTreeSet<(String, String)> = RuntimeCall::get_module_names()
		.iter()
		.flat_map(|pallet| {
			RuntimeCall::get_call_names(pallet)
				.iter()
				.map(|call| (String::from(*pallet), String::from(*call)))
		})
		.collect();
	for call in listed.iter().chain(&without) {
		assert!(all.contains(call), "there is no call {call:?}");
	}
}

#[test]
fn investors_are_told_who_has_which_power() {
	execute(|| {
		watched_asset();
		let rows = AssetRegistry::powers(GOLD);
		let told: BTreeSet<_> = rows.iter().map(|row| row.power).collect();
		assert_eq!(told, Power::ALL.into_iter().collect());
		let holders = |power, needs| -> Vec<_> {
			rows.iter()
				.filter(|row| row.power == power && row.needs == needs)
				.flat_map(|row| row.begins.iter().chain(&row.confirms))
				.map(|holder| (holder.seat, holder.identity))
				.collect()
		};
		assert_eq!(
			holders(Power::Mint, Needs::SecondPerson),
			[
				(Seat::Role(Role::Minter), Some(identity(MINTER))),
				(Seat::Role(Role::MintController), Some(identity(CONTROLLER))),
			]
		);
		assert_eq!(
			holders(Power::ChangeTerms, Needs::SecondOrganisation),
			[
				(Seat::Role(Role::Issuer), Some(identity(ISSUER))),
				(Seat::Role(Role::Trustee), Some(identity(LONDON))),
				(Seat::Role(Role::Custodian), Some(identity(ZURICH))),
				(Seat::Role(Role::Custodian), Some(identity(LONDON))),
				(Seat::Role(Role::Auditor), Some(identity(AUDITOR))),
			]
		);
		assert_eq!(
			holders(Power::UpgradeChain, Needs::Motion),
			[(Seat::CouncilSupermajority, None)]
		);
		// One organisation alone is both agents, so that no docket can be approved.
		assert_eq!(
			holders(Power::ForceTransfer, Needs::SecondOrganisation),
			[(Seat::Role(Role::ComplianceOfficer), Some(identity(OFFICER)))]
		);
		let unknown: AssetId = 77;
		assert!(AssetRegistry::powers(unknown).is_empty());
	});
}

#[test]
fn a_registrars_lock_is_told_as_the_freeze_that_it_is() {
	execute(|| {
		held_asset();
		let rows = AssetRegistry::powers(GOLD);
		let lock = rows.iter().find(|row| {
			row.power == Power::Freeze
				&& row
					.calls
					.contains(&"Identities.change_jurisdiction".to_string())
		});
		let lock = lock.expect("it is among the freezes");
		let seats = |holders: &[pallet_asset_registry::PowerHolder]| -> Vec<_> {
			holders.iter().map(|holder| holder.seat).collect()
		};
		assert_eq!(seats(&lock.begins), [Seat::Registrar]);
		assert_eq!(seats(&lock.stops), [Seat::Anyone]);
		assert_eq!((lock.needs, lock.delay_ms), (Needs::OnePerson, 0));
	});
}

#[test]
fn what_more_than_half_of_the_council_may_do_is_told_as_such() {
	use polkadot_sdk::frame_support::traits::EnsureOrigin;
	let motion = |ayes, seats| {
		crate::RuntimeOrigin::from(pallet_collective::RawOrigin::<
			assay_primitives::AccountId,
			crate::origins::CouncilCollective,
		>::Members(ayes, seats))
	};
	type Majority = <Runtime as pallet_asset_registry::Config>::CouncilOrigin;
	assert!(Majority::try_origin(motion(4, 6)).is_ok());
	assert!(Majority::try_origin(motion(3, 6)).is_err());
}
