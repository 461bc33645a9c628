//! Every call by everybody.

use super::*;
use polkadot_sdk::sp_runtime::DispatchError;

type Outcome = Result<(), Error<Test>>;

const EVERYBODY: [Sr25519Keyring; 7] = [
	CUSTODIAN_KEY,
	OTHER_CUSTODIAN_KEY,
	AUDITOR_KEY,
	OTHER_AUDITOR_KEY,
	ISSUER_KEY,
	HOLDER_KEY,
	STRANGER_KEY,
];

/// Makes the call as everybody in turn, each on a fresh chain with one report.
fn table(call: fn(RuntimeOrigin) -> polkadot_sdk::sp_runtime::DispatchResult, cells: [Outcome; 7]) {
	table_after(|| (), call, cells);
}

/// The same, with something done before.
fn table_after(
	prepare: fn(),
	call: fn(RuntimeOrigin) -> polkadot_sdk::sp_runtime::DispatchResult,
	cells: [Outcome; 7],
) {
	for (key, expected) in EVERYBODY.into_iter().zip(cells) {
		ExtBuilder.build_and_execute(|| {
			report(NOW - 1, 1_000);
			prepare();
			match expected {
				Ok(()) => {
					assert_ok!(call(signed(key)));
				},
				Err(error) => {
					assert_noop!(call(signed(key)), error);
				},
			}
		});
	}
	ExtBuilder.build_and_execute(|| {
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(call(origin), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn submit_report() {
	let no = || Err(Error::NotCustodian);
	table(
		|origin| Attestations::submit_report(origin, GOLD, VAULT, report_of(NOW, 1)),
		[
			Ok(()),
			Err(Error::UnknownVault),
			no(),
			no(),
			no(),
			no(),
			no(),
		],
	);
}

#[test]
fn withdraw_report() {
	let no = || Err(Error::NotCustodian);
	table(
		|origin| Attestations::withdraw_report(origin, GOLD, VAULT, Hash::zero()),
		[
			Ok(()),
			Err(Error::ReportNotFound),
			no(),
			no(),
			no(),
			no(),
			no(),
		],
	);
}

#[test]
fn confirm() {
	let no = || Err(Error::NotAuditor);
	table(
		|origin| {
			let input = verdict_of(newest(scope()), 1_000, Verdict::Confirms);
			Attestations::confirm(origin, scope(), input)
		},
		[no(), no(), Ok(()), Ok(()), no(), no(), no()],
	);
}

#[test]
fn submit_statement() {
	table(
		|origin| {
			let statement = Statement {
				genesis: System::block_hash(0),
				expires_at: NOW,
				scope: scope(),
				content: StatementContent::Report(report_of(NOW, 1)),
			};
			let signature = CUSTODIAN_KEY.sign(&statement.payload()).into();
			let author = CUSTODIAN_KEY.to_account_id();
			Attestations::submit_statement(origin, statement, author, signature)
		},
		[
			Ok(()),
			Ok(()),
			Ok(()),
			Ok(()),
			Ok(()),
			Ok(()),
			Err(Error::NotAdmitted),
		],
	);
}

#[test]
fn remove_scope() {
	let no = || Err(Error::NotPermitted);
	table(
		|origin| {
			world(|world| world.now += MAX_AGE);
			Attestations::remove_scope(origin, scope())
		},
		[Ok(()), no(), no(), no(), Ok(()), no(), no()],
	);
}

#[test]
fn challenge_lots() {
	// By each interest in turn, and somebody without any.
	let no = || Err(Error::NoInterest);
	let own = || Err(Error::NotIndependent);
	let unknown = || Err(Error::NotAdmitted);
	table(
		|origin| Attestations::challenge_lots(origin, scope(), Interest::Holder, lots_in(scope())),
		[own(), no(), no(), no(), no(), Ok(()), unknown()],
	);
	table(
		|origin| Attestations::challenge_lots(origin, scope(), Interest::Auditor, lots_in(scope())),
		[own(), no(), Ok(()), Ok(()), no(), no(), unknown()],
	);
	table(
		|origin| Attestations::challenge_lots(origin, scope(), Interest::Council, lots_in(scope())),
		[own(), no(), no(), no(), Ok(()), no(), unknown()],
	);
}

#[test]
fn answer_challenge() {
	let no = || Err(Error::NotCustodian);
	table_after(
		|| {
			challenge(HOLDER_KEY);
			world(|world| world.now += 1);
		},
		|origin| Attestations::answer_challenge(origin, GOLD, VAULT, answer_of(0, NOW + 1)),
		[
			Ok(()),
			Err(Error::ChallengeNotFound),
			no(),
			no(),
			no(),
			no(),
			no(),
		],
	);
}

#[test]
fn return_challenge_deposit() {
	table_after(
		|| {
			challenge(HOLDER_KEY);
			world(|world| world.now += ANSWER_PERIOD + 1);
		},
		|origin| Attestations::return_challenge_deposit(origin, scope(), 0),
		[Ok(()), Ok(()), Ok(()), Ok(()), Ok(()), Ok(()), Ok(())],
	);
}

#[test]
fn prove_deficiency() {
	table(
		|origin| {
			let said = |quantity| {
				let statement = Statement {
					genesis: System::block_hash(0),
					expires_at: NOW,
					scope: scope(),
					content: StatementContent::Report(report_of(NOW, quantity)),
				};
				Testimony::Signed {
					signature: CUSTODIAN_KEY.sign(&statement.payload()).into(),
					author: CUSTODIAN_KEY.to_account_id(),
					statement,
				}
			};
			let proof = DeficiencyProof::Conflict {
				first: said(1),
				second: said(2),
			};
			Attestations::prove_deficiency(origin, Box::new(proof))
		},
		[
			Err(Error::NotIndependent),
			Ok(()),
			Ok(()),
			Ok(()),
			Ok(()),
			Ok(()),
			Err(Error::NotAdmitted),
		],
	);
}
