//! What compliance adds to a transfer, and the gate to a mint: the ledger's with it and without, to be
//! measured in turn by `cargo xtask bench`. No weight is made of these.
//!
//! All move free units between accounts that hold the asset already. The transactions are whole: what
//! a user sends and a block has to carry. The transfers are their calls alone, without signature,
//! nonce, fee, admission and the brakes of the call filter.

pub mod bare;
mod transactions;

use crate::{
	benchmark_worlds::World, AccountId, Balance, Compliance, Executive, Identities, Runtime,
	RuntimeCall, RuntimeOrigin,
};
use alloc::{vec, vec::Vec};
use assay_primitives::{
	AssetId, Claim, ClaimTopic, Hash, InvestorCategory, Moment, TrustedIssuer, TrustedIssuers,
};
use assay_traits::{GuardedLedger, IdentityInspect};
use bare::Bare;
use core::marker::PhantomData;
use pallet_compliance::{
	BenchmarkHelper, CheckTransferPolicy, GuardFilter, ListMode, Policy, Rule, Side, MAX_RULES,
};
use polkadot_sdk::{
	frame_benchmarking::v2::*,
	frame_support::{
		dispatch::GetDispatchInfo,
		traits::{Contains, UnfilteredDispatchable},
		BoundedVec,
	},
	frame_system, pallet_assets, pallet_timestamp,
	sp_runtime::{traits::DispatchTransaction, MultiAddress},
};

/// What the benchmarks hang on; there is no such pallet in the runtime.
pub struct Pallet<T: Config>(PhantomData<T>);

/// A runtime whose transfers are measured.
pub trait Config: frame_system::Config {}

impl Config for Runtime {}

const ASSET: AssetId = 1;
/// What each of the two holds.
const HOLDING: Balance = 1_000_000_000;
/// What moves: a part of it.
const AMOUNT: Balance = 1_000_000;
/// 2026-01-01T00:00:00Z.
const NOW: Moment = 1_767_225_600_000;

fn bounded<E, S: polkadot_sdk::frame_support::traits::Get<u32>>(list: Vec<E>) -> BoundedVec<E, S> {
	BoundedVec::truncate_from(list)
}

/// Eight rules, of every kind that looks something up, over and over up to `count`.
pub fn rules(count: u32) -> Policy {
	let eight = [
		Rule::RequiredClaim {
			side: Side::Both,
			topic: ClaimTopic::Kyc,
			issuers: Default::default(),
		},
		Rule::Jurisdictions {
			side: Side::Both,
			mode: ListMode::Allow,
			list: bounded(vec![276, 756, 826]),
		},
		Rule::Jurisdictions {
			side: Side::Receiver,
			mode: ListMode::Deny,
			list: bounded(vec![408]),
		},
		Rule::ReceiverCategory {
			allowed: bounded(vec![
				InvestorCategory::Professional,
				InvestorCategory::Institutional,
			]),
		},
		Rule::Denylist {
			identities: bounded(vec![999]),
		},
		Rule::MaxBalance { units: 5 * HOLDING },
		Rule::MaxHolders { max: 99 },
		Rule::LockUp { until: NOW },
	];
	let count = usize::try_from(count).unwrap_or(usize::MAX);
	bounded(eight.into_iter().cycle().take(count).collect())
}

/// Two holders of an asset under that many rules. Each has one claim, by the only approved issuer.
fn guarded_holders(count: u32) -> [AccountId; 2] {
	pallet_timestamp::Now::<Runtime>::put(NOW);
	// A block has its time in memory.
	let time = pallet_timestamp::Now::<Runtime>::hashed_key().to_vec();
	polkadot_sdk::frame_benchmarking::benchmarking::add_to_whitelist(time.into());
	<World as BenchmarkHelper<AccountId>>::active_asset(ASSET);
	Compliance::open(ASSET, b"Gold", b"XAU", 6).expect("opens once");
	let holders =
		[1, 2].map(|index| <World as BenchmarkHelper<AccountId>>::holder(index, ClaimTopic::Kyc));
	let issuer = TrustedIssuer {
		topic: ClaimTopic::Kyc,
		issuer: 0,
	};
	let claim = Claim {
		topic: issuer.topic,
		issuer: issuer.issuer,
		valid_until: Moment::MAX,
		data_hash: Hash::repeat_byte(4),
	};
	let issuers = TrustedIssuers::truncate_from(vec![issuer]);
	pallet_identities::ClaimIssuers::<Runtime>::put(issuers);
	for holder in &holders {
		let identity = <Identities as IdentityInspect<AccountId>>::identity_of(holder)
			.expect("a holder is known");
		pallet_identities::Identities::<Runtime>::mutate(identity, |record| {
			if let Some(record) = record {
				record.profile.claims = bounded(vec![claim.clone()]);
			}
		});
	}
	let policy = |rules| {
		pallet_compliance::Controls::<Runtime>::mutate(ASSET, |controls| {
			if let Some(controls) = controls {
				controls.policy = Some(rules);
			}
		});
	};
	policy(Policy::new());
	for holder in &holders {
		Compliance::mint(ASSET, holder, HOLDING).expect("no rule is against it");
	}
	policy(rules(count));
	holders
}

/// Two holders of an asset that nobody guards.
pub fn bare_holders() -> [AccountId; 2] {
	let holders = [AccountId::new([1; 32]), AccountId::new([2; 32])];
	bare::open(ASSET, &holders[0]);
	for holder in &holders {
		bare::hold(ASSET, holder, HOLDING);
	}
	holders
}

#[benchmarks]
mod benches {
	use super::*;

	/// The ledger's transfer alone.
	#[benchmark(extra)]
	fn bare_transfer() -> Result<(), BenchmarkError> {
		let [from, to] = bare_holders();
		let call = pallet_assets::Call::<Bare>::transfer {
			id: ASSET.into(),
			target: MultiAddress::Id(to.clone()),
			amount: AMOUNT,
		};
		let call: bare::RuntimeCall = call.into();
		let origin = bare::RuntimeOrigin::signed(from);

		#[block]
		{
			call.dispatch_bypass_filter(origin)?;
		}

		assert_eq!(bare::Assets::balance(ASSET, &to), HOLDING + AMOUNT);
		Ok(())
	}

	/// The same under `r` rules: policy, clearance, the guard's part of the call filter, the
	/// ledger's transfer, and the books.
	#[benchmark(extra)]
	fn compliant_transfer(r: Linear<0, MAX_RULES>) -> Result<(), BenchmarkError> {
		let [from, to] = guarded_holders(r);
		let call: RuntimeCall = pallet_assets::Call::<Runtime>::transfer {
			id: ASSET.into(),
			target: MultiAddress::Id(to.clone()),
			amount: AMOUNT,
		}
		.into();
		let info = call.get_dispatch_info();
		let origin = RuntimeOrigin::signed(from);
		let dispatched = call.clone();

		#[block]
		{
			CheckTransferPolicy::<Runtime>::new()
				.test_run(origin, &call, &info, 0, 0, |origin| {
					assert!(GuardFilter::<Runtime>::contains(&dispatched));
					dispatched.dispatch_bypass_filter(origin)
				})
				.map_err(|_| BenchmarkError::Stop("the transaction is valid"))?
				.map_err(|_| BenchmarkError::Stop("the transfer is allowed"))?;
		}

		assert_eq!(crate::Assets::balance(ASSET, &to), HOLDING + AMOUNT);
		Ok(())
	}

	/// A transaction with the ledger's transfer, on a chain that guards nothing.
	#[benchmark(extra)]
	fn bare_transaction() -> Result<(), BenchmarkError> {
		let (transaction, to) = transactions::bare_transfer();

		#[block]
		{
			bare::Executive::apply_extrinsic(transaction)
				.map_err(|_| BenchmarkError::Stop("the transaction is valid"))??;
		}

		assert_eq!(bare::Assets::balance(ASSET, &to), HOLDING + AMOUNT);
		Ok(())
	}

	/// The same here, under `r` rules.
	#[benchmark(extra)]
	fn compliant_transaction(r: Linear<0, MAX_RULES>) -> Result<(), BenchmarkError> {
		let (transaction, to) = transactions::compliant_transfer(r);

		#[block]
		{
			Executive::apply_extrinsic(transaction)
				.map_err(|_| BenchmarkError::Stop("the transaction is valid"))??;
		}

		assert_eq!(crate::Assets::balance(ASSET, &to), HOLDING + AMOUNT);
		Ok(())
	}
	/// A transaction with the ledger's mint, on a chain that guards nothing.
	#[benchmark(extra)]
	fn bare_mint_transaction() -> Result<(), BenchmarkError> {
		let (transaction, to) = transactions::bare_mint();

		#[block]
		{
			bare::Executive::apply_extrinsic(transaction)
				.map_err(|_| BenchmarkError::Stop("the transaction is valid"))??;
		}

		assert_eq!(bare::Assets::balance(ASSET, &to), HOLDING + AMOUNT);
		Ok(())
	}

	/// The same here, through every gate, under `r` rules.
	#[benchmark(extra)]
	fn gated_mint_transaction(r: Linear<0, MAX_RULES>) -> Result<(), BenchmarkError> {
		let (transaction, to) = transactions::gated_mint(r);

		#[block]
		{
			Executive::apply_extrinsic(transaction)
				.map_err(|_| BenchmarkError::Stop("the transaction is valid"))??;
		}

		assert_eq!(crate::Assets::balance(ASSET, &to), HOLDING + AMOUNT);
		Ok(())
	}
}
