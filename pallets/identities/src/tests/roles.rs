//! Every call by every role: who may, on a chain where nothing else stands in the way.

use super::*;
use polkadot_sdk::{
	frame_support::storage::{with_transaction, TransactionOutcome},
	sp_core::Pair,
	sp_runtime::traits::Dispatchable,
};

/// The signers of the table's columns, in order.
const ROLES: [(&str, AccountId); 9] = [
	("own account", ANNA),
	("registrar of it", REGISTRAR),
	("person for the registrar", CLERK),
	("other registrar", OTHER_REGISTRAR),
	("organisation", BANK),
	("issuer", ISSUER),
	("invited account", MULTISIG),
	("council", COUNCIL),
	("stranger", STRANGER),
];

/// Anna acts for the bank, carries a claim and has invited a multisig; the bank is asked for Ben.
fn prepare() {
	assert_ok!(Identity::propose_organisation(
		signed(REGISTRAR),
		ANNA_ID,
		BANK_ID
	));
	assert_ok!(Identity::accept_organisation(signed(BANK), ANNA_ID));
	assert_ok!(Identity::propose_link(signed(ANNA), ANNA_ID, MULTISIG));
	assert_ok!(Identity::leave_organisation(signed(BEN), BEN_ID));
	assert_ok!(Identity::propose_organisation(
		signed(REGISTRAR),
		BEN_ID,
		BANK_ID
	));
	assert_ok!(Identity::add_claim(
		signed(ISSUER),
		ANNA_ID,
		ClaimTopic::Kyc,
		NOW + 1,
		Hash::zero()
	));
}

/// Each call with one letter per role: `y` may, `.` may not.
fn table() -> Vec<(Call<Test>, &'static str)> {
	let (pair, account) = key(1);
	let signature = pair
		.sign(&Identity::link_payload_of(ANNA_ID, &account, NOW))
		.into();
	let category = InvestorCategory::Professional;
	let (kind, topic, case) = (IdentityKind::Legal, ClaimTopic::Kyc, Hash::zero());
	let entries = Default::default();
	let (identity, jurisdiction) = (ANNA_ID, 276);
	vec![
		(
			Call::register {
				kind,
				organisation: None,
				jurisdiction,
				category,
			},
			".yyy.....",
		),
		(Call::remove_identity { identity }, ".yy....y."),
		(
			Call::link_account {
				identity,
				account,
				expires: NOW,
				signature,
			},
			"y........",
		),
		(
			Call::propose_link {
				identity,
				account: STRANGER,
			},
			"y........",
		),
		(Call::accept_link { identity }, "......y.."),
		(
			Call::cancel_link_proposal {
				identity,
				account: MULTISIG,
			},
			"yyy...y..",
		),
		(Call::unlink_account { account: ANNA_2 }, "yyy......"),
		(
			Call::propose_organisation {
				identity,
				organisation: ISSUER_ID,
			},
			".yy......",
		),
		(Call::accept_organisation { identity: BEN_ID }, "....y...."),
		(Call::leave_organisation { identity }, "yyy.y...."),
		(Call::set_category { identity, category }, ".yy......"),
		(
			Call::change_jurisdiction {
				identity,
				jurisdiction,
			},
			".yy......",
		),
		(
			Call::add_claim {
				identity,
				topic,
				valid_until: NOW + 2,
				data_hash: case,
			},
			".....y...",
		),
		(
			Call::revoke_claim {
				identity,
				topic,
				issuer: ISSUER_ID,
			},
			".....y...",
		),
		(Call::suspend { identity }, ".yy....y."),
		(Call::sanction { identity, case }, ".......y."),
		(Call::add_registrar { identity: BANK_ID }, ".......y."),
		(Call::remove_registrar { identity: REGISTRY }, ".......y."),
		(
			Call::set_registrar {
				identity,
				registrar: OTHER_REGISTRY,
			},
			".......y.",
		),
		(
			Call::approve_issuer {
				topic,
				issuer: BANK_ID,
			},
			".......y.",
		),
		(
			Call::revoke_issuer {
				topic,
				issuer: ISSUER_ID,
			},
			".......y.",
		),
		(
			Call::propose_replacement {
				old: ANNA_2,
				new: STRANGER,
				consent: None,
			},
			"yyy......",
		),
		(Call::register_batch { entries }, ".yyy....."),
	]
}

fn try_and_undo(who: &AccountId, call: &Call<Test>) -> Result<(), DispatchError> {
	let call = RuntimeCall::from(call.clone());
	let mut result = Ok(());
	let undone = with_transaction(|| {
		result = call
			.dispatch(signed(who.clone()))
			.map(|_| ())
			.map_err(|error| error.error);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
	});
	undone.and(result)
}

fn check(table: Vec<(Call<Test>, &'static str)>) {
	for (call, row) in table {
		assert_eq!(row.len(), ROLES.len());
		for ((role, who), cell) in ROLES.iter().zip(row.chars()) {
			let result = try_and_undo(who, &call);
			assert_eq!(
				result.is_ok(),
				cell == 'y',
				"{call:?} by {role}: {result:?}"
			);
		}
	}
}

#[test]
fn each_call_is_open_to_its_roles_and_to_no_other() {
	ExtBuilder::build_and_execute(|| {
		prepare();
		check(table());
	});
}

#[test]
fn the_first_account_is_the_registrars_to_add() {
	ExtBuilder::build_and_execute(|| {
		let identity = newcomer();
		let (pair, account) = key(1);
		let payload = Identity::link_payload_of(identity, &account, NOW);
		let signature = pair.sign(&payload).into();
		check(vec![
			(
				Call::link_account {
					identity,
					account,
					expires: NOW,
					signature,
				},
				".yy......",
			),
			(
				Call::propose_link {
					identity,
					account: STRANGER,
				},
				".yy......",
			),
		]);
	});
}

#[test]
fn suspension_and_sanction_end_by_their_authorities() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::suspend(signed(REGISTRAR), ANNA_ID));
		assert_ok!(Identity::sanction(signed(COUNCIL), ANNA_ID, Hash::zero()));
		check(vec![
			(Call::reinstate { identity: ANNA_ID }, ".yy....y."),
			(
				Call::lift_sanction {
					identity: ANNA_ID,
					case: Hash::zero(),
				},
				".......y.",
			),
		]);
	});
}

#[test]
fn a_replacement_goes_on_by_its_parties() {
	ExtBuilder::build_and_execute(|| {
		let old = ANNA_2;
		let accept = Call::accept_replacement { old: old.clone() };
		let cancel = Call::cancel_replacement { old: old.clone() };
		let complete = Call::complete_replacement { old: old.clone() };
		let close = Call::close_replacement { old: old.clone() };
		let settle = Call::settle_replacement {
			old: old.clone(),
			case: Hash::zero(),
		};
		open_replacement();
		check(vec![
			(accept, "......y.."),
			(Call::object_replacement {}, "........."),
			(cancel.clone(), "yyy....y."),
			(settle.clone(), "........."),
		]);
		assert_ok!(try_and_undo(&old, &Call::object_replacement {}));
		assert_ok!(Identity::object_replacement(signed(old.clone())));
		assert_ok!(Identity::accept_replacement(signed(MULTISIG), old.clone()));
		check(vec![(cancel.clone(), ".......y."), (settle, ".......y.")]);
		assert_ok!(Identity::cancel_replacement(signed(COUNCIL), old.clone()));
		open_replacement();
		assert_ok!(Identity::accept_replacement(signed(MULTISIG), old.clone()));
		Present::set(NOW + OBJECTION + 1);
		check(vec![(complete, "yyyyyyyyy")]);
		assert_ok!(Identity::complete_replacement(signed(BEN), old));
		check(vec![(close, "yyyyyyyyy"), (cancel, ".........")]);
	});
}

#[test]
fn root_is_nobody() {
	ExtBuilder::build_and_execute(|| {
		prepare();
		let old = ANNA_2;
		let of_a_replacement = [
			Call::accept_replacement { old: old.clone() },
			Call::object_replacement {},
			Call::complete_replacement { old: old.clone() },
			Call::close_replacement { old: old.clone() },
			Call::settle_replacement {
				old: old.clone(),
				case: Hash::zero(),
			},
			Call::cancel_replacement { old },
		];
		open_replacement();
		let calls = table().into_iter().map(|(call, _)| call);
		for call in calls.chain(of_a_replacement) {
			let result = RuntimeCall::from(call.clone()).dispatch(RuntimeOrigin::root());
			assert_eq!(
				result.map_err(|error| error.error).err(),
				Some(DispatchError::BadOrigin),
				"{call:?}"
			);
		}
	});
}
