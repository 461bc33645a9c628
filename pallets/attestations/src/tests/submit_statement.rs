use super::*;
use assay_primitives::Signature;

fn statement(content: StatementContent) -> Statement {
	Statement {
		genesis: System::block_hash(0),
		expires_at: NOW + 1_000,
		scope: scope(),
		content,
	}
}

fn a_report() -> Statement {
	statement(StatementContent::Report(report_of(NOW, 1_000)))
}

fn a_verdict(verdict: Verdict) -> Statement {
	statement(StatementContent::Confirmation(verdict_of(
		newest(scope()),
		1_000,
		verdict,
	)))
}

fn sign(key: Sr25519Keyring, statement: &Statement) -> Signature {
	Signature::Sr25519(key.sign(&statement.payload()))
}

/// Handed in by a holder.
fn hand_in(
	statement: &Statement,
	author: Sr25519Keyring,
	signature: Signature,
) -> polkadot_sdk::sp_runtime::DispatchResult {
	let author = author.to_account_id();
	Attestations::submit_statement(signed(HOLDER_KEY), statement.clone(), author, signature)
}

fn signed_by(
	key: Sr25519Keyring,
	statement: &Statement,
) -> polkadot_sdk::sp_runtime::DispatchResult {
	hand_in(statement, key, sign(key, statement))
}

#[test]
fn works_for_a_report_and_its_verdict() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(signed_by(CUSTODIAN_KEY, &a_report()));
		assert_eq!(
			last_event(),
			Event::StatementAccepted {
				scope: scope(),
				author: CUSTODIAN_KEY.to_account_id(),
				submitter: HOLDER_KEY.to_account_id()
			}
		);
		assert_ok!(signed_by(AUDITOR_KEY, &a_verdict(Verdict::Confirms)));
		assert_eq!(headroom(), 1_000);
	});
}

#[test]
fn works_for_a_wrapped_signature() {
	ExtBuilder.build_and_execute(|| {
		let statement = a_report();
		let payload = Attestations::statement_payload(statement.clone());
		let wrapped = [b"<Bytes>", payload.as_slice(), b"</Bytes>"].concat();
		let signature = CUSTODIAN_KEY.sign(&wrapped).into();
		assert_ok!(hand_in(&statement, CUSTODIAN_KEY, signature));
	});
}

#[test]
fn works_until_it_expires() {
	ExtBuilder.build_and_execute(|| {
		let statement = a_report();
		world(|world| world.now = statement.expires_at + 1);
		assert_noop!(
			signed_by(CUSTODIAN_KEY, &statement),
			Error::<Test>::StatementExpired
		);
		world(|world| world.now = statement.expires_at);
		assert_ok!(signed_by(CUSTODIAN_KEY, &statement));
	});
}

#[test]
fn payload_begins_with_its_domain_and_names_the_chain() {
	ExtBuilder.build_and_execute(|| {
		let payload = a_report().payload();
		let rest = payload
			.strip_prefix(STATEMENT_DOMAIN)
			.expect("it begins with the domain");
		assert!(rest.starts_with(System::block_hash(0).as_bytes()));
	});
}

#[test]
fn fails_when_it_is_for_another_chain() {
	ExtBuilder.build_and_execute(|| {
		let statement = Statement {
			genesis: Hash::repeat_byte(9),
			..a_report()
		};
		assert_noop!(
			signed_by(CUSTODIAN_KEY, &statement),
			Error::<Test>::WrongChain
		);
	});
}

#[test]
fn fails_when_the_signature_is_not_the_authors_over_this_statement() {
	ExtBuilder.build_and_execute(|| {
		let statement = a_report();
		let by_another = sign(OTHER_CUSTODIAN_KEY, &statement);
		assert_noop!(
			hand_in(&statement, CUSTODIAN_KEY, by_another),
			Error::<Test>::BadSignature
		);
		let signature = sign(CUSTODIAN_KEY, &statement);
		for altered in [
			Statement {
				expires_at: statement.expires_at + 1,
				..statement.clone()
			},
			Statement {
				scope: other_scope(),
				..statement.clone()
			},
			Statement {
				content: StatementContent::Report(report_of(NOW, 1_001)),
				..statement.clone()
			},
		] {
			assert_noop!(
				hand_in(&altered, CUSTODIAN_KEY, signature.clone()),
				Error::<Test>::BadSignature
			);
		}
		// The same fields without the domain.
		let bare = codec::Encode::encode(&statement);
		assert_noop!(
			hand_in(&statement, CUSTODIAN_KEY, CUSTODIAN_KEY.sign(&bare).into()),
			Error::<Test>::BadSignature
		);
	});
}

#[test]
fn fails_when_the_author_may_not_say_it() {
	ExtBuilder.build_and_execute(|| {
		let report = a_report();
		assert_noop!(signed_by(AUDITOR_KEY, &report), Error::<Test>::NotCustodian);
		assert_noop!(
			signed_by(OTHER_CUSTODIAN_KEY, &report),
			Error::<Test>::NotCustodian
		);
		assert_noop!(
			signed_by(STRANGER_KEY, &report),
			Error::<Test>::NotCustodian
		);
		assert_ok!(signed_by(CUSTODIAN_KEY, &report));
		let verdict = a_verdict(Verdict::Confirms);
		assert_noop!(
			signed_by(CUSTODIAN_KEY, &verdict),
			Error::<Test>::NotAuditor
		);
		world(|world| world.suspended.insert(AUDITOR));
		assert_noop!(signed_by(AUDITOR_KEY, &verdict), Error::<Test>::NotAuditor);
	});
}

#[test]
fn fails_when_the_submitter_is_suspended() {
	ExtBuilder.build_and_execute(|| {
		world(|world| world.suspended.insert(HOLDER));
		assert_noop!(
			signed_by(CUSTODIAN_KEY, &a_report()),
			Error::<Test>::NotAdmitted
		);
	});
}

#[test]
fn fails_when_played_again() {
	ExtBuilder.build_and_execute(|| {
		let report = a_report();
		assert_ok!(signed_by(CUSTODIAN_KEY, &report));
		let confirms = a_verdict(Verdict::Confirms);
		let contradicts = a_verdict(Verdict::Contradicts);
		assert_noop!(
			signed_by(CUSTODIAN_KEY, &report),
			Error::<Test>::AsOfNotNewer
		);
		assert_ok!(signed_by(AUDITOR_KEY, &confirms));
		assert_noop!(
			signed_by(AUDITOR_KEY, &confirms),
			Error::<Test>::AlreadyConfirmed
		);
		assert_ok!(signed_by(AUDITOR_KEY, &contradicts));
		assert_noop!(
			signed_by(AUDITOR_KEY, &confirms),
			Error::<Test>::AlreadyConfirmed
		);
		assert_noop!(
			signed_by(AUDITOR_KEY, &contradicts),
			Error::<Test>::AlreadyConfirmed
		);

		// Nor after the scope has been withdrawn and removed.
		let reason = Hash::zero();
		assert_ok!(Attestations::withdraw_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			VAULT,
			reason
		));
		assert_noop!(
			signed_by(CUSTODIAN_KEY, &report),
			Error::<Test>::AsOfNotNewer
		);
		assert_ok!(Attestations::remove_scope(signed(CUSTODIAN_KEY), scope()));
		assert_noop!(
			signed_by(CUSTODIAN_KEY, &report),
			Error::<Test>::AsOfNotNewer
		);
		assert_noop!(
			signed_by(AUDITOR_KEY, &confirms),
			Error::<Test>::ReportNotFound
		);
	});
}

/// The same vault, for another asset of the same custodian, auditor and issuer.
fn silver_scope() -> Scope {
	Scope {
		asset: 2,
		..scope()
	}
}

fn silver() {
	world(|world| {
		world.assets.insert(2, summary());
		world.parameters.insert(2, Default::default());
		for (role, identity) in [(Role::Custodian, CUSTODIAN), (Role::Auditor, AUDITOR)] {
			world.roles.insert((2, role, identity));
		}
	});
}

#[test]
fn a_verdict_counts_for_one_report_of_one_asset_scope_and_time() {
	ExtBuilder.build_and_execute(|| {
		// GIVEN three scopes that report the very same
		silver();
		report(NOW - 1, 1_000);
		let second = Scope {
			vault: SECOND_VAULT,
			..scope()
		};
		for other in [second, silver_scope()] {
			assert_ok!(Attestations::submit_report(
				signed(CUSTODIAN_KEY),
				other.asset,
				other.vault,
				report_of(NOW - 1, 1_000)
			));
		}
		// WHEN an auditor signs a verdict on one of them
		let verdict = a_verdict(Verdict::Confirms);
		let signature = sign(AUDITOR_KEY, &verdict);
		// THEN its signature is worth nothing for another vault or another asset
		for other in [second, silver_scope()] {
			let altered = Statement {
				scope: other,
				..verdict.clone()
			};
			assert_noop!(
				hand_in(&altered, AUDITOR_KEY, signature.clone()),
				Error::<Test>::BadSignature
			);
			// AND even signed anew the report's hash says that another is meant.
			assert_noop!(
				signed_by(AUDITOR_KEY, &altered),
				Error::<Test>::ReportSuperseded
			);
		}
		// AND once a later report has come, it is too late, though that says the same
		report(NOW, 1_000);
		assert_noop!(
			hand_in(&verdict, AUDITOR_KEY, signature),
			Error::<Test>::ReportSuperseded
		);
		assert_eq!(headroom(), 0);
	});
}

#[test]
fn a_report_counts_for_one_asset_and_one_chain() {
	ExtBuilder.build_and_execute(|| {
		silver();
		let gold = a_report();
		let signature = sign(CUSTODIAN_KEY, &gold);
		let altered = Statement {
			scope: silver_scope(),
			..gold.clone()
		};
		assert_noop!(
			hand_in(&altered, CUSTODIAN_KEY, signature.clone()),
			Error::<Test>::BadSignature
		);
		// Two chains of one genesis cannot be told apart; of another it is refused either way.
		let elsewhere = Statement {
			genesis: Hash::repeat_byte(9),
			..gold.clone()
		};
		assert_noop!(
			hand_in(&elsewhere, CUSTODIAN_KEY, signature.clone()),
			Error::<Test>::WrongChain
		);
		assert_noop!(
			signed_by(CUSTODIAN_KEY, &elsewhere),
			Error::<Test>::WrongChain
		);
		assert_ok!(hand_in(&gold, CUSTODIAN_KEY, signature));
	});
}

#[test]
fn works_for_an_answer_once() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		let id = challenge(HOLDER_KEY);
		world(|world| world.now += 1);
		let answer = statement(StatementContent::Answer(answer_of(id, NOW + 1)));
		assert_noop!(
			signed_by(OTHER_CUSTODIAN_KEY, &answer),
			Error::<Test>::NotCustodian
		);
		assert_noop!(signed_by(AUDITOR_KEY, &answer), Error::<Test>::NotCustodian);
		// A custodian that is no longer approved may still answer.
		world(|world| world.custodians.clear());
		assert_ok!(signed_by(CUSTODIAN_KEY, &answer));
		assert_eq!(Attestations::challenges(scope()), vec![]);
		// Neither to that challenge nor to the next does it speak again.
		challenge(HOLDER_KEY);
		assert_noop!(
			signed_by(CUSTODIAN_KEY, &answer),
			Error::<Test>::ChallengeNotFound
		);
	});
}
