//! Two statements of one reporter, and what holds of every proof.

use super::*;
use codec::Encode;
use polkadot_sdk::sp_io::hashing::blake2_256;

#[test]
fn a_conflict_disputes_the_scope_and_pays_who_shows_it() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let proof = conflict(NOW - 10);
		assert_ok!(prove(&proof));
		let hash: Hash = blake2_256(&proof.encode()).into();
		assert_eq!(
			last_event(),
			Event::DeficiencyProven {
				scope: scope(),
				fault: Fault::Conflict,
				proof: hash,
				prover: HOLDER_KEY.to_account_id(),
				reward: REWARD
			}
		);
		assert_eq!(
			world(|world| world.paid.clone()),
			vec![(HOLDER_KEY.to_account_id(), REWARD, hash)]
		);
		assert_eq!(bond(CUSTODIAN), BOND - REWARD);
		assert_eq!((state(), headroom()), (ScopeState::Disputed, 0));
		assert_eq!(status(), ReserveStatus::Disputed);
		assert_eq!(
			Attestations::head(scope()).and_then(|head| head.faulted_at),
			Some(NOW)
		);
	});
}

#[test]
fn the_chains_own_report_is_a_statement_as_well() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let proof = |quantity| Proof::Conflict {
			first: signed_report(CUSTODIAN_KEY, scope(), report_of(NOW, quantity)),
			second: Testimony::Newest(scope()),
		};
		assert_noop!(prove(&proof(1_000)), Error::<Test>::NothingProven);
		world(|world| world.now += 1);
		assert_ok!(prove(&proof(999)));
	});
}

#[test]
fn it_is_paid_once_whatever_pair_of_statements_is_shown() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let said = |quantity| signed_report(CUSTODIAN_KEY, scope(), report_of(NOW, quantity));
		let pair = |one, other| Proof::Conflict {
			first: said(one),
			second: said(other),
		};
		assert_ok!(prove(&pair(1, 2)));
		for again in [pair(1, 2), pair(2, 1), pair(1, 3), conflict(NOW - 10)] {
			assert_noop!(prove(&again), Error::<Test>::AlreadyProven);
			assert_noop!(prove_by(AUDITOR_KEY, &again), Error::<Test>::AlreadyProven);
		}
		// Time passes, reports come: still not.
		world(|world| world.now += 5);
		report(NOW + 5, 1_000);
		assert_noop!(prove(&pair(1, 2)), Error::<Test>::AlreadyProven);
		assert_eq!(world(|world| world.paid.len()), 1);
		// But what it says of a later moment is punished anew.
		assert_ok!(prove(&conflict(NOW + 1)));
		assert_eq!(world(|world| world.paid.len()), 2);
	});
}

#[test]
fn it_stands_until_a_later_report_is_confirmed() {
	ExtBuilder.build_and_execute(|| {
		report(NOW - 20, 1_000);
		verdict(scope(), 1_000, Verdict::Confirms);
		assert_ok!(prove(&conflict(NOW - 10)));
		let again = |as_of| {
			let input = report_of(as_of, 1_000);
			Attestations::submit_report(signed(CUSTODIAN_KEY), GOLD, VAULT, input)
		};
		assert_noop!(again(NOW - 1), Error::<Test>::AsOfBeforeFault);
		assert_noop!(again(NOW), Error::<Test>::AsOfBeforeFault);
		// Neither verdicts nor removing the scope end it.
		let input = verdict_of(newest(scope()), 1_000, Verdict::Confirms);
		assert_ok!(Attestations::confirm(
			signed(OTHER_AUDITOR_KEY),
			scope(),
			input
		));
		assert_eq!(state(), ScopeState::Disputed);
		assert_ok!(Attestations::withdraw_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			VAULT,
			Hash::zero()
		));
		assert_ok!(Attestations::remove_scope(signed(ISSUER_KEY), scope()));
		assert_noop!(again(NOW), Error::<Test>::AsOfBeforeFault);
		world(|world| world.now = NOW + 1);
		assert_ok!(again(NOW + 1));
		assert_eq!((state(), headroom()), (ScopeState::NoQuorum, 0));
		verdict(scope(), 1_000, Verdict::Confirms);
		assert_eq!((state(), headroom()), (ScopeState::Counts, 1_000));
	});
}

#[test]
fn what_conflicts_and_what_does_not() {
	let one = report_of(NOW, 1_000);
	let changes: [(fn(&mut ReportInput), bool); 10] = [
		(|_| (), false),
		(|other| other.valid_until += 1, false),
		(|other| other.evidence_hash = Hash::zero(), false),
		(|other| other.evidence_uri = Default::default(), false),
		(|other| other.lots_root = None, false),
		(|other| other.quantity += 1, true),
		(|other| other.unit = Hash::zero(), true),
		(|other| other.basis = assay_primitives::Basis::Cost, true),
		(
			|other| other.class = assay_primitives::LiquidityClass::Illiquid,
			true,
		),
		(|other| other.lots_root = Some(Hash::zero()), true),
	];
	for (place, (change, conflicts)) in changes.into_iter().enumerate() {
		let mut other = one.clone();
		change(&mut other);
		assert_eq!(one.conflicts_with(&other), conflicts, "change {place}");
		assert_eq!(other.conflicts_with(&one), conflicts, "change {place}");
		// Of another moment everything may be otherwise.
		other.as_of += 1;
		assert!(!one.conflicts_with(&other), "change {place}");
	}
}

#[test]
fn fails_when_a_statement_is_not_what_it_must_be() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let good = || signed_report(CUSTODIAN_KEY, scope(), report_of(NOW, 1));
		let with = |second| Proof::Conflict {
			first: good(),
			second,
		};
		let (statement, author, signature) = match good() {
			Testimony::Signed {
				statement,
				author,
				signature,
			} => (statement, author, signature),
			Testimony::Newest(_) => unreachable!(),
		};
		let altered = Testimony::Signed {
			statement: Statement {
				content: StatementContent::Report(report_of(NOW, 2)),
				..statement.clone()
			},
			author: author.clone(),
			signature: signature.clone(),
		};
		assert_noop!(prove(&with(altered)), Error::<Test>::BadSignature);
		let abroad = Statement {
			genesis: Hash::repeat_byte(9),
			..statement.clone()
		};
		let abroad = Testimony::Signed {
			signature: sign(CUSTODIAN_KEY, &abroad),
			author: author.clone(),
			statement: abroad,
		};
		assert_noop!(prove(&with(abroad)), Error::<Test>::WrongChain);
		// A verdict where a report is asked for, and the other way round.
		let verdict = match figure(CUSTODIAN_KEY, newest(scope()), 1) {
			Proof::LowerFigure {
				statement,
				author,
				signature,
			} => Testimony::Signed {
				statement,
				author,
				signature,
			},
			_ => unreachable!(),
		};
		assert_noop!(prove(&with(verdict)), Error::<Test>::WrongStatement);
		let report = Proof::LowerFigure {
			statement,
			author,
			signature,
		};
		assert_noop!(prove(&report), Error::<Test>::WrongStatement);
		// Of a moment to come, of another moment, of another scope, of an unknown one.
		let said = |as_of| signed_report(CUSTODIAN_KEY, scope(), report_of(as_of, 2));
		assert_noop!(prove(&with(said(NOW + 1))), Error::<Test>::AsOfInFuture);
		assert_noop!(prove(&with(said(NOW - 1))), Error::<Test>::NothingProven);
		let second = Scope {
			vault: SECOND_VAULT,
			..scope()
		};
		let of_second = |quantity| signed_report(CUSTODIAN_KEY, second, report_of(NOW, quantity));
		assert_noop!(prove(&with(of_second(2))), Error::<Test>::NothingProven);
		let unknown = Proof::Conflict {
			first: of_second(1),
			second: of_second(2),
		};
		assert_noop!(prove(&unknown), Error::<Test>::ReportNotFound);
		assert_noop!(
			prove(&with(Testimony::Newest(second))),
			Error::<Test>::ReportNotFound
		);
		assert_ok!(prove(&with(said(NOW))));
	});
}

#[test]
fn a_statement_binds_the_custodian_when_its_own_account_or_its_reporter_signed() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let by = |key: Sr25519Keyring| Proof::Conflict {
			first: signed_report(key, scope(), report_of(NOW, 1)),
			second: signed_report(key, scope(), report_of(NOW, 2)),
		};
		assert_noop!(prove(&by(OTHER_CUSTODIAN_KEY)), Error::<Test>::NotCustodian);
		assert_noop!(prove(&by(STRANGER_KEY)), Error::<Test>::NotCustodian);
		// A person who acts for it binds it by the role only.
		world(|world| {
			world.accounts.insert(STRANGER_KEY.to_account_id(), 77);
			world.organisations.insert(77, CUSTODIAN);
		});
		assert_noop!(prove(&by(STRANGER_KEY)), Error::<Test>::NotCustodian);
		world(|world| world.roles.insert((GOLD, Role::Custodian, 77)));
		// Neither suspension nor the loss of the custodian's own role frees it.
		world(|world| {
			world.suspended.extend([77, CUSTODIAN]);
			world.roles.remove(&(GOLD, Role::Custodian, CUSTODIAN));
		});
		assert_ok!(prove(&by(STRANGER_KEY)));
		world(|world| world.now += 5);
		assert_ok!(prove(&conflict(NOW + 1)));
	});
}

#[test]
fn the_custodian_cannot_take_its_own_bond() {
	ExtBuilder.build_and_execute(|| {
		attest_both();
		assert_noop!(
			prove_by(CUSTODIAN_KEY, &conflict(NOW)),
			Error::<Test>::NotIndependent
		);
		world(|world| {
			world.accounts.insert(STRANGER_KEY.to_account_id(), 77);
			world.organisations.insert(77, CUSTODIAN);
		});
		assert_noop!(
			prove_by(STRANGER_KEY, &conflict(NOW)),
			Error::<Test>::NotIndependent
		);
		// It may show what another one did, if it is not at fault itself.
		assert_noop!(
			prove_by(CUSTODIAN_KEY, &double_pledge(NOW, NOW)),
			Error::<Test>::NotIndependent
		);
		world(|world| world.place(BAR, scope(), NOW - 100));
		assert_ok!(prove_by(CUSTODIAN_KEY, &double_pledge(NOW, NOW)));
	});
}

#[test]
fn works_without_a_bond_and_without_a_listed_scope() {
	ExtBuilder.build_and_execute(|| {
		world(|world| world.bonds.clear());
		report(NOW - 20, 1_000);
		assert_ok!(Attestations::withdraw_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			VAULT,
			Hash::zero()
		));
		assert_ok!(Attestations::remove_scope(signed(ISSUER_KEY), scope()));
		assert_ok!(prove(&conflict(NOW - 10)));
		assert_eq!(faults(), vec![(scope(), Fault::Conflict, 0)]);
		assert!(!Scopes::<Test>::contains_key(GOLD));
	});
}

#[test]
fn a_reward_follows_the_share_and_the_bond_gains_the_fraction() {
	ExtBuilder.build_and_execute(|| {
		for (bond, reward) in [(9, 0), (10, 1), (19, 1), (20, 2)] {
			world(|world| {
				world.now += 1;
				world.bonds.insert(BondPurpose::Custodian(CUSTODIAN), bond);
			});
			report(world(|world| world.now), 1_000);
			System::reset_events();
			assert_ok!(prove(&conflict(world(|world| world.now))));
			assert_eq!(faults(), vec![(scope(), Fault::Conflict, reward)]);
		}
	});
}
