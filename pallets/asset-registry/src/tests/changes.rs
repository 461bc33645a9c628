//! Changes of terms: `propose_terms`, `approve_terms`, `object_to_terms`, `confirm_terms`,
//! `apply_terms`, `withdraw_terms`.

use crate::{mock::*, *};
use assay_primitives::{AssetKind, Standing, UnitRatio};
use frame_support::{assert_noop, assert_ok};
use polkadot_sdk::sp_runtime::{ArithmeticError, DispatchResult};

const DUE: Moment = NOW + TERMS_DELAY;
const LAST: Moment = DUE + TERMS_PERIOD;

fn change(asset: AssetId) -> TermChange {
	TermChanges::<Test>::get(asset).unwrap()
}

fn stage(asset: AssetId) -> Option<ChangeStage> {
	TermChanges::<Test>::get(asset).map(|change| change.stage)
}

fn propose(asset: AssetId, definition: AssetDefinition) -> DispatchResult {
	Registry::propose_terms(signed(ISA), asset, definition)
}

#[test]
fn works_from_the_proposal_to_the_new_terms() {
	ExtBuilder::build_and_execute(|| {
		// GIVEN an approved asset WHEN the issuer proposes
		let asset = asset_in(AssetStatus::Active);
		let (old, new) = (gold().hash(), pledged_gold().hash());
		assert_ok!(propose(asset, pledged_gold()));
		// THEN it is on file and nothing has changed
		assert_eq!(
			last_event(),
			Event::TermsProposed {
				asset,
				old,
				new,
				terms: vec![Term::Segregation],
				lapses_at: NOW + TERMS_PERIOD,
				by: ISA,
			}
			.into()
		);
		assert_eq!(Terms::<Test>::get(asset), Some(gold().terms));

		// WHEN a second organisation approves THEN the delay begins
		Clock::set(NOW + 3);
		assert_ok!(Registry::approve_terms(signed(ADAM), asset, new));
		assert_eq!(
			last_event(),
			Event::TermsApproved {
				asset,
				terms_hash: new,
				effective_at: DUE + 3,
				lapses_at: LAST + 3,
				by: ADAM,
				organisation: AUDIT,
			}
			.into()
		);
		let approval = Approval {
			by: ADAM,
			organisation: AUDIT,
			at: NOW + 3,
			terms_hash: new,
		};
		assert_eq!(
			change(asset),
			TermChange {
				definition: pledged_gold(),
				stage: ChangeStage::Approved,
				proposed_by: ISA,
				proposed_at: NOW,
				approval: Some(approval),
				effective_at: Some(DUE + 3),
				lapses_at: LAST + 3,
				contested_by: None,
			}
		);

		// WHEN the delay has passed THEN anyone puts it into force
		Clock::set(DUE + 2);
		assert_noop!(
			Registry::apply_terms(signed(NINA), asset),
			Error::<Test>::TooEarly
		);
		Clock::set(DUE + 3);
		assert_ok!(Registry::apply_terms(signed(NINA), asset));
		assert_eq!(
			last_event(),
			Event::TermsApplied {
				asset,
				old,
				new,
				by: Some(NINA)
			}
			.into()
		);
		assert_eq!(Terms::<Test>::get(asset), Some(pledged_gold().terms));
		let filing = Filings::<Test>::get(asset).unwrap();
		assert_eq!(
			(filing.drafted_by, filing.approved_by),
			(ISA, Some(approval))
		);
		assert_eq!(stage(asset), None);
		// And back again.
		assert_ok!(propose(asset, gold()));
	});
}

type Edit = fn(&mut AssetDefinition);

/// How each term of a definition is changed.
fn edits() -> Vec<(Term, Edit)> {
	vec![
		(Term::Kind, |it| it.kind = AssetKind::Other),
		(Term::Name, |it| it.terms.name = text("Other")),
		(Term::Symbol, |it| it.terms.symbol = text("OTHER")),
		(Term::Decimals, |it| it.terms.decimals = 7),
		(Term::UnderlyingUnit, |it| {
			it.terms.underlying_unit = text("kilogram")
		}),
		(Term::Unit, |it| {
			it.unit = UnitRatio {
				numerator: 1,
				denominator: 2,
			}
		}),
		(Term::Obligor, |it| it.terms.obligor = text("Other AG")),
		(Term::Trustee, |it| it.terms.trustee = text("")),
		(Term::GoverningLaw, |it| {
			it.terms.governing_law = text("English law")
		}),
		(Term::Segregation, |it| {
			it.terms.segregation = Segregation::Promised
		}),
		(Term::BankruptcyRemoteness, |it| {
			it.terms.bankruptcy_remote = false
		}),
		(Term::Right, |it| {
			it.terms.right = HolderRight::RedemptionOnly
		}),
		(Term::Isin, |it| it.terms.isin = None),
		(Term::Lei, |it| it.terms.lei = None),
		(Term::Redemption, |it| it.terms.redemption.notice_ms += 1),
	]
}

#[test]
fn every_term_changes_as_its_gate_says() {
	let edits = edits();
	for term in Term::ALL {
		let edit = edits.iter().find(|(edited, _)| *edited == term);
		// Terms without an entry here are no part of the definition: the issuer sets them at once.
		assert_eq!(edit.is_none(), term.gate() == Gate::AtOnce, "{term:?}");
		let Some((_, edit)) = edit else { continue };
		ExtBuilder::build_and_execute(|| {
			let asset = asset_in(AssetStatus::Active);
			let mut definition = gold();
			edit(&mut definition);
			assert_eq!(definition.differences(&gold()), vec![term]);
			if term.gate() == Gate::Never {
				assert_noop!(propose(asset, definition), Error::<Test>::TermFixed);
				return;
			}
			assert_ok!(propose(asset, definition.clone()));
			assert_ok!(Registry::approve_terms(
				signed(ADAM),
				asset,
				definition.hash()
			));
			Clock::set(DUE);
			assert_ok!(Registry::apply_terms(signed(NINA), asset));
			let summary = Summaries::<Test>::get(asset).unwrap();
			assert_eq!(Registry::definition(asset, &summary), Some(definition));
		});
	}
}

#[test]
fn the_gates_are_these() {
	use Term::*;
	let at_once = [Description, Contact, DocumentAddress];
	let never = [Kind, Name, Symbol, Decimals, UnderlyingUnit];
	for term in Term::ALL {
		let expected = match term {
			_ if at_once.contains(&term) => Gate::AtOnce,
			_ if never.contains(&term) => Gate::Never,
			_ => Gate::AfterDelay,
		};
		assert_eq!(term.gate(), expected, "{term:?}");
	}
	assert_eq!(
		Registry::gates(),
		Term::ALL.map(|term| (term, term.gate())).to_vec()
	);
}

#[test]
fn propose_fails_when_it_changes_nothing_is_flawed_or_another_is_open() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		assert_noop!(propose(asset, gold()), Error::<Test>::NothingChanges);
		let mut flawed = pledged_gold();
		flawed.unit.numerator = 0;
		assert_noop!(propose(asset, flawed), Error::<Test>::UnitInvalid);

		change_in(ChangeStage::Proposed, asset);
		assert_noop!(propose(asset, pledged_gold()), Error::<Test>::ChangeOpen);
		Clock::set(NOW + TERMS_PERIOD);
		assert_noop!(propose(asset, pledged_gold()), Error::<Test>::ChangeOpen);
		// What has lapsed gives way.
		Clock::set(NOW + TERMS_PERIOD + 1);
		assert!(Registry::term_change(asset).unwrap().lapsed);
		assert_ok!(propose(asset, pledged_gold()));
		assert!(!Registry::term_change(asset).unwrap().lapsed);
		let ended = Event::TermsChangeEnded {
			asset,
			terms_hash: pledged_gold().hash(),
			stage: ChangeStage::Lapsed,
			by: Some(ISA),
		};
		assert!(System::events()
			.iter()
			.any(|record| record.event == ended.clone().into()));
		Clock::set(Moment::MAX);
		assert_noop!(propose(asset, pledged_gold()), ArithmeticError::Overflow);
	});
}

#[test]
fn approve_fails_when_it_is_no_second_organisation_that_watches() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		change_in(ChangeStage::Proposed, asset);
		let hash = pledged_gold().hash();
		let approve = |who: IdentityId| Registry::approve_terms(signed(who), asset, hash);
		for who in [ISA, IVAN, RITA, VERA, NINA] {
			assert_noop!(approve(who), Error::<Test>::NotSecondParty);
		}
		assert_noop!(
			Registry::approve_terms(signed(NOBODY), asset, hash),
			Error::<Test>::NotSecondParty
		);
		// An officer of the issuer's own is no second organisation.
		grant(asset, Role::ComplianceOfficer, IVAN);
		assert_noop!(approve(IVAN), Error::<Test>::SecondOrganisationRequired);
		// Who proposed and then moved to the officers is no second person.
		set(ISA, |it| it.organisation = Some(AUDIT));
		assert_noop!(approve(ISA), Error::<Test>::SecondOrganisationRequired);
		assert_noop!(
			Registry::approve_terms(signed(ADAM), asset, gold().hash()),
			Error::<Test>::TermsChanged
		);
		set(AUDIT, |it| it.standing = Standing::Suspended);
		assert_noop!(approve(ADAM), Error::<Test>::NotSecondParty);
	});
}

#[test]
fn approve_fails_when_the_issuer_alone_has_chosen_who_approves() {
	for role in SECOND_ROLES {
		ExtBuilder::build_and_execute(|| {
			// GIVEN somebody whom the issuer gave a role, and the council no office
			let asset = asset_in(AssetStatus::Active);
			grant(asset, role, VAULT);
			change_in(ChangeStage::Proposed, asset);
			let approve = |who: IdentityId| {
				Registry::approve_terms(signed(who), asset, pledged_gold().hash())
			};
			for who in [VAULT, VERA] {
				assert_noop!(approve(who), Error::<Test>::NotApprover);
			}
			let told = Registry::who_can(asset, Act::ApproveTerms);
			assert_eq!(told, [Actor::Identity(AUDIT)], "{role:?}");
			// Nor is an office enough without a role.
			assert_noop!(approve(RITA), Error::<Test>::NotSecondParty);
			// WHEN the council gives an office, to the person alone, THEN it is enough
			ApproverSet::set(vec![VERA]);
			assert_noop!(approve(VAULT), Error::<Test>::NotApprover);
			assert_ok!(approve(VERA));
		});
	}
}

#[test]
fn approve_works_for_each_role_that_watches_and_until_the_last_moment() {
	for role in SECOND_ROLES {
		ExtBuilder::build_and_execute(|| {
			let asset = asset_in(AssetStatus::Active);
			grant(asset, role, VAULT);
			ApproverSet::mutate(|set| set.push(VAULT));
			change_in(ChangeStage::Proposed, asset);
			let approve = || Registry::approve_terms(signed(VERA), asset, pledged_gold().hash());
			Clock::set(NOW + TERMS_PERIOD + 1);
			assert_noop!(approve(), Error::<Test>::ChangeLapsed);
			Clock::set(NOW + TERMS_PERIOD);
			assert_ok!(approve());
			assert_eq!(
				change(asset).effective_at,
				Some(NOW + TERMS_PERIOD + TERMS_DELAY)
			);
		});
	}
	ExtBuilder::build().execute_with(|| {
		let asset = asset_in(AssetStatus::Active);
		change_in(ChangeStage::Proposed, asset);
		TermChanges::<Test>::mutate(asset, |it| it.as_mut().unwrap().lapses_at = Moment::MAX);
		for now in [Moment::MAX, Moment::MAX - TERMS_DELAY] {
			Clock::set(now);
			assert_noop!(
				Registry::approve_terms(signed(ADAM), asset, pledged_gold().hash()),
				ArithmeticError::Overflow
			);
		}
	});
}

#[test]
fn a_holders_objection_leaves_the_change_to_the_council() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		change_in(ChangeStage::Approved, asset);
		Positions::set(asset, NINA, 1);
		// A suspended holder objects too.
		set(NINA, |it| it.standing = Standing::Suspended);
		Clock::set(DUE - 1);
		assert_ok!(Registry::object_to_terms(signed(NINA), asset));
		let terms_hash = pledged_gold().hash();
		assert_eq!(
			last_event(),
			Event::TermsContested {
				asset,
				terms_hash,
				by: NINA
			}
			.into()
		);
		assert_eq!(change(asset).contested_by, Some(NINA));

		Clock::set(DUE);
		assert_noop!(
			Registry::apply_terms(signed(ISA), asset),
			Error::<Test>::WrongStage
		);
		Clock::set(LAST + 1);
		assert_noop!(
			Registry::confirm_terms(signed(COUNCIL), asset),
			Error::<Test>::ChangeLapsed
		);
		Clock::set(LAST);
		assert_ok!(Registry::confirm_terms(signed(COUNCIL), asset));
		assert_eq!(
			last_event(),
			Event::TermsConfirmed { asset, terms_hash }.into()
		);
		assert_ok!(Registry::apply_terms(signed(ISA), asset));
		assert_eq!(Terms::<Test>::get(asset), Some(pledged_gold().terms));
	});
}

#[test]
fn confirming_does_not_shorten_the_delay() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		change_in(ChangeStage::Confirmed, asset);
		Clock::set(DUE - 1);
		assert_noop!(
			Registry::apply_terms(signed(ISA), asset),
			Error::<Test>::TooEarly
		);
		Clock::set(DUE);
		assert_ok!(Registry::apply_terms(signed(ISA), asset));
	});
}

#[test]
fn object_fails_when_nothing_is_held_or_the_delay_has_passed() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		change_in(ChangeStage::Approved, asset);
		let object = |who: AccountId| Registry::object_to_terms(signed(who), asset);
		for who in [NINA.into(), NOBODY] {
			assert_noop!(object(who), Error::<Test>::NotHolder);
		}
		Positions::set(asset, NINA, 1);
		set(NINA, |it| it.standing = Standing::Sanctioned);
		assert_noop!(object(NINA.into()), Error::<Test>::NotHolder);
		set(NINA, |it| it.standing = Standing::Active);
		// Units of another asset give no say here.
		Positions::set(asset + 1, VERA, 1);
		assert_noop!(object(VERA.into()), Error::<Test>::NotHolder);
		Clock::set(DUE);
		assert_noop!(object(NINA.into()), Error::<Test>::TooLate);
		Clock::set(LAST + 1);
		assert_noop!(object(NINA.into()), Error::<Test>::ChangeLapsed);
		Clock::set(DUE - 1);
		assert_ok!(object(NINA.into()));
	});
}

#[test]
fn the_councils_objection_ends_the_change_until_it_is_applied() {
	for now in [NOW, DUE, LAST, LAST + 1] {
		ExtBuilder::build_and_execute(|| {
			let asset = asset_in(AssetStatus::Active);
			change_in(ChangeStage::Approved, asset);
			Clock::set(now);
			assert_ok!(Registry::object_to_terms(signed(COUNCIL), asset));
			assert_eq!(
				last_event(),
				Event::TermsChangeEnded {
					asset,
					terms_hash: pledged_gold().hash(),
					stage: ChangeStage::Rejected,
					by: None,
				}
				.into()
			);
			assert_eq!(stage(asset), None);
			assert_eq!(Terms::<Test>::get(asset), Some(gold().terms));
		});
	}
}

#[test]
fn apply_works_from_the_first_to_the_last_moment_and_not_while_suspended() {
	for (now, expected) in [
		(DUE - 1, Err(Error::<Test>::TooEarly)),
		(DUE, Ok(())),
		(LAST, Ok(())),
		(LAST + 1, Err(Error::<Test>::ChangeLapsed)),
	] {
		ExtBuilder::build_and_execute(|| {
			let asset = asset_in(AssetStatus::Active);
			change_in(ChangeStage::Approved, asset);
			Clock::set(now);
			assert_ok!(Registry::suspend(signed(COUNCIL), asset));
			assert_noop!(
				Registry::apply_terms(signed(NOBODY), asset),
				Error::<Test>::StatusForbids
			);
			assert_ok!(Registry::resume(signed(COUNCIL), asset));
			let applied = Registry::apply_terms(signed(NOBODY), asset);
			assert_eq!(applied, expected.map_err(Into::into), "at {now}");
		});
	}
}

#[test]
fn withdraw_works_at_every_stage_and_says_what_had_lapsed() {
	use ChangeStage::*;
	for from in [Proposed, Approved, Contested, Confirmed] {
		for (now, ended) in [(NOW, Withdrawn), (LAST + 1, Lapsed)] {
			ExtBuilder::build_and_execute(|| {
				let asset = asset_in(AssetStatus::Active);
				change_in(from, asset);
				Clock::set(now);
				assert_noop!(
					Registry::withdraw_terms(signed(ADAM), asset),
					Error::<Test>::NotIssuer
				);
				assert_ok!(Registry::withdraw_terms(signed(IVAN), asset));
				assert_eq!(
					last_event(),
					Event::TermsChangeEnded {
						asset,
						terms_hash: pledged_gold().hash(),
						stage: ended,
						by: Some(IVAN),
					}
					.into()
				);
				assert_eq!(stage(asset), None);
			});
		}
	}
}

#[test]
fn a_change_ends_with_its_asset() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::WindingDown);
		change_in(ChangeStage::Approved, asset);
		assert_ok!(Registry::retire(signed(ISA), asset));
		let ended = Event::TermsChangeEnded {
			asset,
			terms_hash: pledged_gold().hash(),
			stage: ChangeStage::Withdrawn,
			by: Some(ISA),
		};
		assert!(System::events()
			.iter()
			.any(|record| record.event == ended.clone().into()));
		assert_eq!(stage(asset), None);
	});
}

#[test]
fn term_change_tells_what_would_change() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		assert_eq!(Registry::term_change(asset), None);
		let mut definition = pledged_gold();
		definition.terms.trustee = text("");
		assert_ok!(propose(asset, definition));
		assert_eq!(
			Registry::term_change(asset),
			Some(TermChangeDetails {
				change: change(asset),
				terms: vec![Term::Trustee, Term::Segregation],
				lapsed: false,
			})
		);
	});
}

#[test]
fn who_can_follows_the_stage() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		let nobody_can = |acts: &[Act]| {
			for act in acts {
				assert!(Registry::who_can(asset, *act).is_empty(), "{act:?}");
			}
		};
		use Act::*;
		nobody_can(&[
			ApproveTerms,
			ObjectToTerms,
			ConfirmTerms,
			ApplyTerms,
			WithdrawTerms,
		]);
		change_in(ChangeStage::Approved, asset);
		nobody_can(&[ApproveTerms, ConfirmTerms, ApplyTerms]);
		assert_eq!(
			Registry::who_can(asset, ObjectToTerms),
			vec![Actor::Holder, Actor::Council]
		);
		Clock::set(DUE);
		assert_eq!(Registry::who_can(asset, ApplyTerms), vec![Actor::Anyone]);
		assert_eq!(
			Registry::who_can(asset, ObjectToTerms),
			vec![Actor::Council]
		);
	});
}
