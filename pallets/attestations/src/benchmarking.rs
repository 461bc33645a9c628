//! Each call and each step of the announcements at its largest input.

use crate::*;
use alloc::vec;
use assay_primitives::{
	AssetId, Basis, Hash, IdentityId, LiquidityClass, Moment, Quantity, Role, Scope, Signature,
	VaultId, MAX_SCOPES,
};
use assay_traits::AssetInspect;
use polkadot_sdk::{
	frame_benchmarking::v2::*,
	frame_support::{
		traits::{ConstU32, Time},
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
	/// Asked at most once per benchmark for a custodian and once for an auditor.
	fn reporter(asset: AssetId, role: Role) -> (AccountId, IdentityId);

	/// A new open vault of the custodian.
	fn vault(asset: AssetId, custodian: IdentityId) -> VaultId;

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
	};
	Scopes::<T>::mutate(scope.asset, |records| {
		let _ = records.try_push(ScopeRecord::of(scope, &report));
	});
	Reports::<T>::insert(scope, report);
	Heads::<T>::insert(scope, head);
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

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn submit_report() {
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
		Heads::<T>::insert(
			scope,
			Head {
				as_of: 0,
				sequence: 7,
				hash: Hash::repeat_byte(9),
			},
		);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(who),
			asset,
			vault,
			statement::<T>(asset, NOW),
		);

		assert_eq!(Heads::<T>::get(scope).map(|head| head.sequence), Some(8));
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
			as_of: NOW - 1,
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
		let (author, custodian) = T::BenchmarkHelper::reporter(asset, Role::Custodian);
		let (submitter, _) = T::BenchmarkHelper::reporter(asset, Role::Auditor);
		let vault = T::BenchmarkHelper::vault(asset, custodian);
		fill::<T>(asset, MAX_SCOPES - 1);
		let scope = Scope {
			asset,
			custodian,
			vault,
		};
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

		assert!(Reports::<T>::contains_key(scope));
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
