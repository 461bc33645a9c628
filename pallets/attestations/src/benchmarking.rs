//! Each call and each step of the announcements at its largest input.

use crate::*;
use alloc::{vec, vec::Vec};
use assay_primitives::{
	lots_root, prove_lot, AssetId, Balance, Basis, Hash, IdentityId, LiquidityClass, LotId,
	LotProof, Moment, Quantity, Role, Scope, Signature, VaultId, MAX_SCOPES,
};
use assay_traits::AssetInspect;
use polkadot_sdk::{
	frame_benchmarking::v2::*,
	frame_support::{
		traits::{ConstU32, Get, Time},
		weights::Weight,
		BoundedVec,
	},
	frame_system::{self, RawOrigin},
};

/// What benchmarks ask of the chain.
pub trait BenchmarkHelper<AccountId> {
	/// An active asset with a unit and reserve parameters.
	fn asset() -> AssetId;

	/// A new account, whose sr25519 key [`sign`](Self::sign) knows, of a new active organisation
	/// with the role for the asset, which the council has approved for it; and that organisation.
	/// May be asked several times.
	fn reporter(asset: AssetId, role: Role) -> (AccountId, IdentityId);

	/// A new open vault of the custodian.
	fn vault(asset: AssetId, custodian: IdentityId) -> VaultId;

	/// So many lots that the register pledges to the scope, whose vault is [`vault`](Self::vault)'s.
	fn lots(scope: Scope, count: u32) -> Vec<LotId>;

	/// Gives the account ASY.
	fn fund(account: &AccountId, amount: Balance);

	/// Posts a bond for the custodian, in an asset that every reporter may hold.
	fn bond(custodian: IdentityId);

	/// The signature of an account that [`reporter`](Self::reporter) has given.
	fn sign(account: &AccountId, payload: &[u8]) -> Signature;

	/// Sets the clock.
	fn set_time(now: Moment);
}

/// Well after the epoch, so that there is room before it.
const NOW: Moment = 1_000_000_000;
/// Identities that no set-up has given out.
const STRANGERS: IdentityId = 4_000_000_000;

fn statement<T: Config>(asset: AssetId, as_of: Moment) -> ReportInput {
	let unit = T::Assets::summary(asset).map(|summary| summary.underlying_unit);
	ReportInput {
		as_of,
		valid_until: NOW * 2,
		quantity: Quantity::MAX / 1_000,
		unit: unit.unwrap_or_default(),
		basis: Basis::Model,
		class: LiquidityClass::Illiquid,
		evidence_hash: Hash::repeat_byte(1),
		evidence_uri: BoundedVec::truncate_from(vec![b'u'; MAX_URI_BYTES as usize]),
		lots_root: Some(Hash::repeat_byte(2)),
	}
}

/// `count` verdicts of different auditors, the last a contradiction.
fn verdicts(
	first: IdentityId,
	count: u32,
) -> BoundedVec<Confirmation, ConstU32<MAX_CONFIRMATIONS>> {
	let given = (0..count).map(|place| Confirmation {
		auditor: first + place,
		quantity: Quantity::MAX / 1_000,
		verdict: if place + 1 == MAX_CONFIRMATIONS {
			Verdict::Contradicts
		} else {
			Verdict::Confirms
		},
		evidence_hash: Hash::repeat_byte(3),
		at: NOW,
	});
	BoundedVec::truncate_from(given.collect())
}

/// Stores a report with verdicts as if it had come in.
fn store<T: Config>(scope: Scope, first: IdentityId, count: u32) {
	let report = Report {
		statement: statement::<T>(scope.asset, NOW - 1),
		submitted_at: NOW,
		sequence: 0,
		previous_hash: Hash::zero(),
		withdrawn: None,
		confirmations: verdicts(first, count),
	};
	let head = Head {
		as_of: NOW - 1,
		sequence: 0,
		hash: report.hash(scope),
		faulted_at: None,
	};
	Scopes::<T>::mutate(scope.asset, |records| {
		let _ = records.try_push(ScopeRecord::of(scope, &report));
	});
	Dependents::<T>::insert(scope.custodian, 1);
	for given in &report.confirmations {
		Dependents::<T>::insert(given.auditor, 2);
	}
	Histories::<T>::insert(scope, BoundedVec::truncate_from(vec![Link::of(&report)]));
	Reports::<T>::insert(scope, report);
	Heads::<T>::insert(scope, head);
}

/// A new custodian that has a vault for the asset, among scopes of others: its account, its scope,
/// a report with all verdicts, and a full history.
fn reported<T: Config>(asset: AssetId) -> (T::AccountId, Scope) {
	let (who, custodian) = T::BenchmarkHelper::reporter(asset, Role::Custodian);
	let vault = T::BenchmarkHelper::vault(asset, custodian);
	fill::<T>(asset, MAX_SCOPES - 1);
	let scope = Scope {
		asset,
		custodian,
		vault,
	};
	store::<T>(scope, STRANGERS, MAX_CONFIRMATIONS);
	let links = Histories::<T>::get(scope).into_iter().cycle();
	let full = links.take(HISTORY as usize).collect();
	Histories::<T>::insert(scope, BoundedVec::truncate_from(full));
	(who, scope)
}

/// Opens a challenge to the scope, the last that finds room, and returns its number and challenger.
fn challenged<T: Config>(scope: Scope) -> (ChallengeId, T::AccountId) {
	let (who, auditor) = T::BenchmarkHelper::reporter(scope.asset, Role::Auditor);
	T::BenchmarkHelper::fund(&who, T::ChallengeDeposit::get() * 10);
	let lots = T::BenchmarkHelper::lots(scope, MAX_CHALLENGED_LOTS);
	let origin = RawOrigin::Signed(who.clone()).into();
	let lots = BoundedVec::truncate_from(lots);
	Pallet::<T>::challenge_lots(origin, scope, Interest::Auditor, lots).expect("there is room");
	let id = NextChallengeId::<T>::get() - 1;
	Challenges::<T>::mutate(scope, |open| {
		let own = open.iter().find(|one| one.challenger == auditor).cloned();
		for place in 1..MAX_CHALLENGES {
			let other = own.clone().map(|own| Challenge {
				id: id + place,
				challenger: STRANGERS + place,
				..own
			});
			let _ = other.map(|other| open.try_insert(0, other));
		}
	});
	(id, who)
}

/// A report with a root over one lot, signed by its custodian, and the proof of the lot.
fn pledging<T: Config>(
	author: &T::AccountId,
	scope: Scope,
	leaves: &[(LotId, Quantity)],
	lot: LotId,
) -> (Testimony<T::AccountId>, LotProof) {
	let report = ReportInput {
		lots_root: Some(lots_root(leaves)),
		..statement::<T>(scope.asset, NOW)
	};
	let statement = Statement {
		genesis: frame_system::Pallet::<T>::block_hash(
			frame_system::pallet_prelude::BlockNumberFor::<T>::default(),
		),
		expires_at: NOW,
		scope,
		content: StatementContent::Report(report),
	};
	let wrapped = [b"<Bytes>", statement.payload().as_slice(), b"</Bytes>"].concat();
	let testimony = Testimony::Signed {
		signature: T::BenchmarkHelper::sign(author, &wrapped),
		author: author.clone(),
		statement,
	};
	(testimony, prove_lot(leaves, lot).expect("it is among them"))
}

/// Fills the asset with `count` scopes of different custodians and auditors.
fn fill<T: Config>(asset: AssetId, count: u32) {
	for place in 0..count {
		let first = STRANGERS + (place + 1) * 100;
		let scope = Scope {
			asset,
			custodian: STRANGERS + place,
			vault: VaultId::MAX - place,
		};
		store::<T>(scope, first, MAX_CONFIRMATIONS);
	}
}

/// The id of a lot that nobody has registered; they rise with the numbers, as leaves must.
fn numbered_lot(number: u64) -> LotId {
	let mut id = [0; 32];
	id[24..].copy_from_slice(&number.to_be_bytes());
	LotId::from(id)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn submit_report() {
		T::BenchmarkHelper::set_time(NOW);
		let asset = T::BenchmarkHelper::asset();
		let (who, scope) = reported::<T>(asset);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(who),
			asset,
			scope.vault,
			statement::<T>(asset, NOW),
		);

		assert_eq!(Heads::<T>::get(scope).map(|head| head.sequence), Some(1));
	}

	#[benchmark]
	fn withdraw_report() {
		T::BenchmarkHelper::set_time(NOW);
		let asset = T::BenchmarkHelper::asset();
		let (who, custodian) = T::BenchmarkHelper::reporter(asset, Role::Custodian);
		let vault = T::BenchmarkHelper::vault(asset, custodian);
		fill::<T>(asset, MAX_SCOPES - 1);
		let scope = Scope {
			asset,
			custodian,
			vault,
		};
		store::<T>(scope, STRANGERS, MAX_CONFIRMATIONS);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, vault, Hash::repeat_byte(4));

		assert!(Reports::<T>::get(scope).is_some_and(|report| report.withdrawn.is_some()));
	}

	#[benchmark]
	fn confirm() {
		T::BenchmarkHelper::set_time(NOW);
		let asset = T::BenchmarkHelper::asset();
		let (_, custodian) = T::BenchmarkHelper::reporter(asset, Role::Custodian);
		let (who, auditor) = T::BenchmarkHelper::reporter(asset, Role::Auditor);
		let vault = T::BenchmarkHelper::vault(asset, custodian);
		fill::<T>(asset, MAX_SCOPES - 1);
		let scope = Scope {
			asset,
			custodian,
			vault,
		};
		store::<T>(scope, STRANGERS, MAX_CONFIRMATIONS - 1);
		let confirmation = ConfirmationInput {
			report: Reports::<T>::get(scope).map_or_else(Hash::zero, |report| report.hash(scope)),
			quantity: 1,
			verdict: Verdict::Contradicts,
			evidence_hash: Hash::repeat_byte(5),
		};

		#[extrinsic_call]
		_(RawOrigin::Signed(who), scope, confirmation);

		let report = Reports::<T>::get(scope);
		assert!(report.is_some_and(|report| report
			.confirmations
			.iter()
			.any(|new| new.auditor == auditor)));
	}

	#[benchmark]
	fn submit_statement() {
		T::BenchmarkHelper::set_time(NOW);
		let asset = T::BenchmarkHelper::asset();
		let (author, scope) = reported::<T>(asset);
		let (submitter, _) = T::BenchmarkHelper::reporter(asset, Role::Auditor);
		let statement = Statement {
			genesis: frame_system::Pallet::<T>::block_hash(
				frame_system::pallet_prelude::BlockNumberFor::<T>::default(),
			),
			expires_at: NOW,
			scope,
			content: StatementContent::Report(statement::<T>(asset, NOW)),
		};
		let wrapped = [b"<Bytes>", statement.payload().as_slice(), b"</Bytes>"].concat();
		let signature = T::BenchmarkHelper::sign(&author, &wrapped);

		#[extrinsic_call]
		_(RawOrigin::Signed(submitter), statement, author, signature);

		assert_eq!(Heads::<T>::get(scope).map(|head| head.sequence), Some(1));
	}

	#[benchmark]
	fn remove_scope() {
		T::BenchmarkHelper::set_time(NOW);
		let asset = T::BenchmarkHelper::asset();
		let (who, custodian) = T::BenchmarkHelper::reporter(asset, Role::Custodian);
		let vault = T::BenchmarkHelper::vault(asset, custodian);
		fill::<T>(asset, MAX_SCOPES - 1);
		let scope = Scope {
			asset,
			custodian,
			vault,
		};
		store::<T>(scope, STRANGERS, MAX_CONFIRMATIONS);
		T::BenchmarkHelper::set_time(NOW * 2 + 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), scope);

		assert!(!Reports::<T>::contains_key(scope));
	}

	#[benchmark]
	fn challenge_lots(l: Linear<1, MAX_CHALLENGED_LOTS>) {
		T::BenchmarkHelper::set_time(NOW);
		let asset = T::BenchmarkHelper::asset();
		let (_, scope) = reported::<T>(asset);
		let (who, auditor) = T::BenchmarkHelper::reporter(asset, Role::Auditor);
		T::BenchmarkHelper::fund(&who, T::ChallengeDeposit::get() * 10);
		let lots = BoundedVec::truncate_from(T::BenchmarkHelper::lots(scope, l));
		let others = (1..MAX_CHALLENGES).map(|place| Challenge {
			id: place,
			challenger: STRANGERS + place,
			interest: Interest::Holder,
			lots: lots.clone(),
			opened_at: NOW,
			answer_by: NOW + 1,
			depositor: who.clone(),
			deposit: 0,
		});
		Challenges::<T>::insert(scope, BoundedVec::truncate_from(others.collect()));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), scope, Interest::Auditor, lots);

		let open = Challenges::<T>::get(scope);
		assert!(open.iter().any(|challenge| challenge.challenger == auditor));
	}

	#[benchmark]
	fn answer_challenge() {
		T::BenchmarkHelper::set_time(NOW);
		let asset = T::BenchmarkHelper::asset();
		let (who, scope) = reported::<T>(asset);
		let (challenge, _) = challenged::<T>(scope);
		T::BenchmarkHelper::set_time(NOW + 1);
		let answer = AnswerInput {
			challenge,
			as_of: NOW + 1,
			evidence_hash: Hash::repeat_byte(1),
			evidence_uri: BoundedVec::truncate_from(vec![b'u'; MAX_URI_BYTES as usize]),
		};

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, scope.vault, answer);

		let open = Challenges::<T>::get(scope);
		assert!(open.iter().all(|other| other.id != challenge));
	}

	#[benchmark]
	fn return_challenge_deposit() {
		T::BenchmarkHelper::set_time(NOW);
		let asset = T::BenchmarkHelper::asset();
		let (_, scope) = reported::<T>(asset);
		let (challenge, who) = challenged::<T>(scope);
		T::BenchmarkHelper::set_time(NOW + T::AnswerPeriod::get() + 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), scope, challenge);

		let open = Challenges::<T>::get(scope);
		assert!(open
			.iter()
			.any(|other| other.id == challenge && other.deposit == 0));
	}

	/// A lot under two roots: two signatures, two paths, two scopes, two bonds.
	#[benchmark]
	fn prove_deficiency() {
		T::BenchmarkHelper::set_time(NOW);
		let asset = T::BenchmarkHelper::asset();
		let (author, scope) = reported::<T>(asset);
		let (other_author, other_custodian) = T::BenchmarkHelper::reporter(asset, Role::Custodian);
		let other = Scope {
			asset,
			custodian: other_custodian,
			vault: VaultId::MAX,
		};
		Scopes::<T>::mutate(asset, |records| records.truncate(MAX_SCOPES as usize - 1));
		store::<T>(other, STRANGERS, MAX_CONFIRMATIONS);
		let (prover, _) = T::BenchmarkHelper::reporter(asset, Role::Auditor);
		for custodian in [scope.custodian, other_custodian] {
			T::BenchmarkHelper::bond(custodian);
		}
		let leaves: Vec<_> = (0..10_000u64)
			.map(|place| (numbered_lot(place), 1))
			.collect();
		let lot = numbered_lot(5_000);
		let (first, first_lot) = pledging::<T>(&author, scope, &leaves, lot);
		let (second, second_lot) = pledging::<T>(&other_author, other, &leaves, lot);
		let proof = alloc::boxed::Box::new(DeficiencyProof::DoublePledge {
			first,
			first_lot,
			second,
			second_lot,
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(prover), proof);

		for scope in [scope, other] {
			assert_eq!(
				Heads::<T>::get(scope).and_then(|head| head.faulted_at),
				Some(NOW)
			);
		}
	}

	#[benchmark]
	fn announce_start() {
		#[block]
		{
			Pallet::<T>::announce(Weight::MAX);
		}

		assert_eq!(AnnouncementCursor::<T>::get(), None);
	}

	#[benchmark]
	fn announce_step() {
		T::BenchmarkHelper::set_time(NOW);
		let asset = T::BenchmarkHelper::asset();
		fill::<T>(asset, MAX_SCOPES);
		let looked_at;

		#[block]
		{
			looked_at = Pallet::<T>::announce_after(None);
		}

		assert_eq!(looked_at, Some(asset));
		assert!(LastAnnounced::<T>::contains_key(asset));
		assert!(T::Time::now() == NOW);
	}

	impl_benchmark_test_suite!(Pallet, mock::ExtBuilder.build(), mock::Test,);
}
