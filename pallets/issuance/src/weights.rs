//! What the calls cost: conservative figures counted from the storage that they touch, in the layout
//! of the benchmark tool, whose measurements take their place.

use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{
		traits::Get,
		weights::{constants::RocksDbWeight, Weight},
	},
	frame_system,
};

/// The weight of each call.
pub trait WeightInfo {
	fn mint() -> Weight;
	fn mint_batch(n: u32) -> Weight;
	fn set_bucket() -> Weight;
	fn cancel_raise() -> Weight;
	fn request_redemption() -> Weight;
	fn cancel_redemption() -> Weight;
	fn reject_redemption() -> Weight;
	fn accept_redemption() -> Weight;
	fn release_redemption(n: u32) -> Weight;
	fn burn_redemption() -> Weight;
	fn prune_mint_ids(n: u32) -> Weight;
	fn prune_redemptions(n: u32) -> Weight;
}

/// Weights for a runtime, with its own database's costs.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Own: bucket, order, totals. Seams: identity, role, asset, documents, parameters, two walks over
	/// the scopes of the reserve, policy and ledger.
	fn mint() -> Weight {
		Weight::from_parts(400_000_000, 432000)
			.saturating_add(T::DbWeight::get().reads(120))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// As `mint`; each further receiver is a policy check and a ledger entry.
	fn mint_batch(n: u32) -> Weight {
		Weight::from_parts(380_000_000, 403200)
			.saturating_add(Weight::from_parts(90_000_000, 26000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(112))
			.saturating_add(T::DbWeight::get().reads((10_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(n.into())))
	}
	/// Own: bucket. Seams: identity, role.
	fn set_bucket() -> Weight {
		Weight::from_parts(40_000_000, 18000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Own: bucket. Seams: identity, role.
	fn cancel_raise() -> Weight {
		Weight::from_parts(40_000_000, 18000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Own: number, redemption, list, count. Seams: identity, asset, parameters, hold.
	fn request_redemption() -> Weight {
		Weight::from_parts(200_000_000, 79200)
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Own: redemption, list, count. Seams: release of the hold.
	fn cancel_redemption() -> Weight {
		Weight::from_parts(160_000_000, 50400)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Own: redemption, list, count. Seams: identity, role, release of the hold.
	fn reject_redemption() -> Weight {
		Weight::from_parts(180_000_000, 64800)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Own: redemption. Seams: identity, role.
	fn accept_redemption() -> Weight {
		Weight::from_parts(50_000_000, 21600)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Own: redemption, committed. Seams: identity, role, custodian; each lot may lie in a vault of
	/// its own.
	fn release_redemption(n: u32) -> Weight {
		Weight::from_parts(120_000_000, 43200)
			.saturating_add(Weight::from_parts(60_000_000, 15600).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
	}
	/// Own: redemption, committed, totals, list, count. Seams: burn of the hold.
	fn burn_redemption() -> Weight {
		Weight::from_parts(180_000_000, 57600)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Own: each record.
	fn prune_mint_ids(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 7200)
			.saturating_add(Weight::from_parts(8_000_000, 2600).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Own: each redemption.
	fn prune_redemptions(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 7200)
			.saturating_add(Weight::from_parts(9_000_000, 2600).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
}

impl WeightInfo for () {
	fn mint() -> Weight {
		Weight::from_parts(400_000_000, 432000)
			.saturating_add(RocksDbWeight::get().reads(120))
			.saturating_add(RocksDbWeight::get().writes(12))
	}
	fn mint_batch(n: u32) -> Weight {
		Weight::from_parts(380_000_000, 403200)
			.saturating_add(Weight::from_parts(90_000_000, 26000).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(112))
			.saturating_add(RocksDbWeight::get().reads((10_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(6))
			.saturating_add(RocksDbWeight::get().writes((6_u64).saturating_mul(n.into())))
	}
	fn set_bucket() -> Weight {
		Weight::from_parts(40_000_000, 18000)
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn cancel_raise() -> Weight {
		Weight::from_parts(40_000_000, 18000)
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn request_redemption() -> Weight {
		Weight::from_parts(200_000_000, 79200)
			.saturating_add(RocksDbWeight::get().reads(22))
			.saturating_add(RocksDbWeight::get().writes(10))
	}
	fn cancel_redemption() -> Weight {
		Weight::from_parts(160_000_000, 50400)
			.saturating_add(RocksDbWeight::get().reads(14))
			.saturating_add(RocksDbWeight::get().writes(9))
	}
	fn reject_redemption() -> Weight {
		Weight::from_parts(180_000_000, 64800)
			.saturating_add(RocksDbWeight::get().reads(18))
			.saturating_add(RocksDbWeight::get().writes(9))
	}
	fn accept_redemption() -> Weight {
		Weight::from_parts(50_000_000, 21600)
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn release_redemption(n: u32) -> Weight {
		Weight::from_parts(120_000_000, 43200)
			.saturating_add(Weight::from_parts(60_000_000, 15600).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(12))
			.saturating_add(RocksDbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(2))
			.saturating_add(RocksDbWeight::get().writes((5_u64).saturating_mul(n.into())))
	}
	fn burn_redemption() -> Weight {
		Weight::from_parts(180_000_000, 57600)
			.saturating_add(RocksDbWeight::get().reads(16))
			.saturating_add(RocksDbWeight::get().writes(12))
	}
	fn prune_mint_ids(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 7200)
			.saturating_add(Weight::from_parts(8_000_000, 2600).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn prune_redemptions(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 7200)
			.saturating_add(Weight::from_parts(9_000_000, 2600).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
}
