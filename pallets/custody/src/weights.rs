//! Weights of `pallet_custody`, measured by `cargo xtask weights`. Generated: never edit by hand.
//!
//! Steps 20, repeats 10, in wasm. Proof sizes are zero: a chain of its own has nobody to
//! prove its state to.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{
		traits::Get,
		weights::{constants::ParityDbWeight, Weight},
	},
	frame_system,
};

/// What each call and hook costs.
pub trait WeightInfo {
	/// `approve_custodian`.
	fn approve_custodian() -> Weight;
	/// `approve_auditor`.
	fn approve_auditor() -> Weight;
	/// `suspend`.
	fn suspend() -> Weight;
	/// `reinstate`.
	fn reinstate() -> Weight;
	/// `remove`.
	fn remove() -> Weight;
	/// `open_vault`.
	fn open_vault() -> Weight;
	/// `close_vault`, `a` in 0..=64.
	fn close_vault(a: u32) -> Weight;
	/// `register_lots`, `n` in 1..=100.
	fn register_lots(n: u32) -> Weight;
	/// `withdraw_lots`, `n` in 1..=100.
	fn withdraw_lots(n: u32) -> Weight;
	/// `remove_lots`, `n` in 1..=100.
	fn remove_lots(n: u32) -> Weight;
	/// `renew_licence`.
	fn renew_licence() -> Weight;
	/// `set_required_bond`.
	fn set_required_bond() -> Weight;
	/// `encumber_lots`, `n` in 1..=100.
	fn encumber_lots(n: u32) -> Weight;
	/// `lift_encumbrance`, `n` in 1..=100.
	fn lift_encumbrance(n: u32) -> Weight;
	/// `report_cash`.
	fn report_cash() -> Weight;
	/// `open_list`.
	fn open_list() -> Weight;
	/// `remove_list`.
	fn remove_list() -> Weight;
	/// `offer_lots`, `n` in 1..=100.
	fn offer_lots(n: u32) -> Weight;
	/// `accept_lots`, `n` in 1..=100.
	fn accept_lots(n: u32) -> Weight;
	/// `cancel_offer`.
	fn cancel_offer() -> Weight;
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 20] {
	[
		("approve_custodian", W::approve_custodian()),
		("approve_auditor", W::approve_auditor()),
		("suspend", W::suspend()),
		("reinstate", W::reinstate()),
		("remove", W::remove()),
		("open_vault", W::open_vault()),
		("close_vault", W::close_vault(64)),
		("register_lots", W::register_lots(100)),
		("withdraw_lots", W::withdraw_lots(100)),
		("remove_lots", W::remove_lots(100)),
		("renew_licence", W::renew_licence()),
		("set_required_bond", W::set_required_bond()),
		("encumber_lots", W::encumber_lots(100)),
		("lift_encumbrance", W::lift_encumbrance(100)),
		("report_cash", W::report_cash()),
		("open_list", W::open_list()),
		("remove_list", W::remove_list()),
		("offer_lots", W::offer_lots(100)),
		("accept_lots", W::accept_lots(100)),
		("cancel_offer", W::cancel_offer()),
	]
}

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Custody::Auditors`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn approve_custodian() -> Weight {
		// Shortest run: 19_910_000 picoseconds.
		Weight::from_parts(25_562_500, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Custody::Auditors`: reads 1, writes 1
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn approve_auditor() -> Weight {
		// Shortest run: 13_400_000 picoseconds.
		Weight::from_parts(17_387_500, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Custody::Custodians`: reads 1, writes 1
	fn suspend() -> Weight {
		// Shortest run: 8_783_000 picoseconds.
		Weight::from_parts(11_153_750, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Custody::Custodians`: reads 1, writes 1
	fn reinstate() -> Weight {
		// Shortest run: 8_122_000 picoseconds.
		Weight::from_parts(10_590_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Attestations::Dependents`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 1
	fn remove() -> Weight {
		// Shortest run: 9_374_000 picoseconds.
		Weight::from_parts(12_455_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Bonds::Bonds`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 1
	/// - `Custody::NextVaultId`: reads 1, writes 1
	/// - `Custody::Vaults`: reads 0, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn open_vault() -> Weight {
		// Shortest run: 73_880_000 picoseconds.
		Weight::from_parts(95_103_750, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Custody::Custodians`: reads 1, writes 1
	/// - `Custody::ScopeTotals`: reads 0, writes 64
	/// - `Custody::Vaults`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn close_vault(a: u32) -> Weight {
		// Shortest run: 58_778_000 picoseconds.
		Weight::from_parts(76_583_049, 0)
			.saturating_add(Weight::from_parts(2_122_003, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(a.into())))
	}
	/// - `AssetRegistry::Roles`: reads 1, writes 0
	/// - `AssetRegistry::Summaries`: reads 2, writes 0
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Bonds::Bonds`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::Lists`: reads 1, writes 1
	/// - `Custody::Lots`: reads 100, writes 100
	/// - `Custody::NextBatch`: reads 1, writes 1
	/// - `Custody::ScopeTotals`: reads 1, writes 1
	/// - `Custody::Vaults`: reads 2, writes 2
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 2, writes 2
	/// - `Timestamp::Now`: reads 1, writes 0
	fn register_lots(n: u32) -> Weight {
		// Shortest run: 156_192_000 picoseconds.
		Weight::from_parts(147_282_903, 0)
			.saturating_add(Weight::from_parts(58_802_038, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Custody::Lots`: reads 100, writes 100
	/// - `Custody::ScopeTotals`: reads 1, writes 1
	/// - `Custody::Vaults`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn withdraw_lots(n: u32) -> Weight {
		// Shortest run: 34_131_000 picoseconds.
		Weight::from_parts(43_040_914, 0)
			.saturating_add(Weight::from_parts(8_502_534, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Custody::Lots`: reads 100, writes 100
	/// - `Custody::Vaults`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn remove_lots(n: u32) -> Weight {
		// Shortest run: 64_346_000 picoseconds.
		Weight::from_parts(43_065_597, 0)
			.saturating_add(Weight::from_parts(53_179_953, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Custody::Custodians`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn renew_licence() -> Weight {
		// Shortest run: 9_864_000 picoseconds.
		Weight::from_parts(13_395_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 1
	fn set_required_bond() -> Weight {
		// Shortest run: 11_577_000 picoseconds.
		Weight::from_parts(14_847_500, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Attestations::Challenges`: reads 1, writes 0
	/// - `Custody::Lots`: reads 100, writes 100
	/// - `Custody::ScopeTotals`: reads 1, writes 1
	/// - `Custody::Vaults`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn encumber_lots(n: u32) -> Weight {
		// Shortest run: 34_842_000 picoseconds.
		Weight::from_parts(45_887_609, 0)
			.saturating_add(Weight::from_parts(8_541_075, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Custody::Lots`: reads 100, writes 100
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	fn lift_encumbrance(n: u32) -> Weight {
		// Shortest run: 24_066_000 picoseconds.
		Weight::from_parts(24_979_328, 0)
			.saturating_add(Weight::from_parts(8_016_859, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `AssetRegistry::Roles`: reads 1, writes 0
	/// - `AssetRegistry::Summaries`: reads 2, writes 0
	/// - `Bonds::Bonds`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::Lots`: reads 1, writes 1
	/// - `Custody::ScopeTotals`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn report_cash() -> Weight {
		// Shortest run: 62_673_000 picoseconds.
		Weight::from_parts(88_056_250, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Roles`: reads 1, writes 0
	/// - `AssetRegistry::Summaries`: reads 2, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Bonds::Bonds`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::Lists`: reads 1, writes 1
	/// - `Custody::Vaults`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn open_list() -> Weight {
		// Shortest run: 86_940_000 picoseconds.
		Weight::from_parts(113_418_750, 0)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Custody::Lists`: reads 1, writes 1
	/// - `Custody::Vaults`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn remove_list() -> Weight {
		// Shortest run: 63_265_000 picoseconds.
		Weight::from_parts(82_260_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `Attestations::Challenges`: reads 1, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Custody::Lots`: reads 100, writes 0
	/// - `Custody::NextOfferId`: reads 1, writes 1
	/// - `Custody::Offers`: reads 0, writes 1
	/// - `Custody::Vaults`: reads 2, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn offer_lots(n: u32) -> Weight {
		// Shortest run: 80_770_000 picoseconds.
		Weight::from_parts(101_548_620, 0)
			.saturating_add(Weight::from_parts(5_978_637, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// - `AssetRegistry::Roles`: reads 1, writes 0
	/// - `AssetRegistry::Summaries`: reads 2, writes 0
	/// - `Attestations::Challenges`: reads 1, writes 0
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Bonds::Bonds`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::Lots`: reads 100, writes 100
	/// - `Custody::Offers`: reads 1, writes 1
	/// - `Custody::ScopeTotals`: reads 2, writes 2
	/// - `Custody::Vaults`: reads 2, writes 2
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 2, writes 2
	/// - `Timestamp::Now`: reads 1, writes 0
	fn accept_lots(n: u32) -> Weight {
		// Shortest run: 197_355_000 picoseconds.
		Weight::from_parts(238_779_460, 0)
			.saturating_add(Weight::from_parts(52_278_580, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Custody::Offers`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn cancel_offer() -> Weight {
		// Shortest run: 74_652_000 picoseconds.
		Weight::from_parts(97_521_250, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn approve_custodian() -> Weight {
		Weight::from_parts(25_562_500, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn approve_auditor() -> Weight {
		Weight::from_parts(17_387_500, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn suspend() -> Weight {
		Weight::from_parts(11_153_750, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn reinstate() -> Weight {
		Weight::from_parts(10_590_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove() -> Weight {
		Weight::from_parts(12_455_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn open_vault() -> Weight {
		Weight::from_parts(95_103_750, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn close_vault(a: u32) -> Weight {
		Weight::from_parts(76_583_049, 0)
			.saturating_add(Weight::from_parts(2_122_003, 0).saturating_mul(a.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(a.into())))
	}
	fn register_lots(n: u32) -> Weight {
		Weight::from_parts(147_282_903, 0)
			.saturating_add(Weight::from_parts(58_802_038, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn withdraw_lots(n: u32) -> Weight {
		Weight::from_parts(43_040_914, 0)
			.saturating_add(Weight::from_parts(8_502_534, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn remove_lots(n: u32) -> Weight {
		Weight::from_parts(43_065_597, 0)
			.saturating_add(Weight::from_parts(53_179_953, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn renew_licence() -> Weight {
		Weight::from_parts(13_395_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_required_bond() -> Weight {
		Weight::from_parts(14_847_500, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn encumber_lots(n: u32) -> Weight {
		Weight::from_parts(45_887_609, 0)
			.saturating_add(Weight::from_parts(8_541_075, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn lift_encumbrance(n: u32) -> Weight {
		Weight::from_parts(24_979_328, 0)
			.saturating_add(Weight::from_parts(8_016_859, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn report_cash() -> Weight {
		Weight::from_parts(88_056_250, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn open_list() -> Weight {
		Weight::from_parts(113_418_750, 0)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn remove_list() -> Weight {
		Weight::from_parts(82_260_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn offer_lots(n: u32) -> Weight {
		Weight::from_parts(101_548_620, 0)
			.saturating_add(Weight::from_parts(5_978_637, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn accept_lots(n: u32) -> Weight {
		Weight::from_parts(238_779_460, 0)
			.saturating_add(Weight::from_parts(52_278_580, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn cancel_offer() -> Weight {
		Weight::from_parts(97_521_250, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
}
