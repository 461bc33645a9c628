//! Plain types that every part of the Assay chain shares.
//!
//! Nothing here knows a pallet or a `Config`: a client that decodes the chain's data needs this
//! crate and no other. Amounts are integers in the smallest unit, times are milliseconds since the
//! Unix epoch, ratios are basis points (1 bps = 0.01 %) or exact rationals.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(test),
	deny(
		clippy::unwrap_used,
		clippy::panic,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

extern crate alloc;

mod asset;
mod bond;
mod counts;
mod identity;
mod lots_root;
mod parameters;
mod reason;
mod redemption;
mod reserve;
#[cfg(test)]
mod tests;

pub use asset::{AssetKind, AssetStatus, AssetSummary, Movement, Role, UnitRatio};
pub use bond::BondPurpose;
pub use counts::{CountryCounts, MAX_COUNTRIES};
pub use identity::{
	Claim, ClaimTopic, IdentityKind, IdentityProfile, InvestorCategory, Jurisdiction, Standing,
	TrustedIssuer, TrustedIssuers, MAX_ACCOUNTS, MAX_CLAIMS, MAX_TRUSTED_ISSUERS,
};
pub use lots_root::{lots_root, prove_lot, LotProof, MAX_PROOF_PATH};
pub use parameters::{ParameterKey, ReserveParameterValues};
pub use reason::ReasonCode;
pub use redemption::{
	claim_after_fee, claim_before_fee, RedemptionTerms, RedemptionWindow,
	MAX_REDEMPTION_CATEGORIES, MAX_REDEMPTION_JURISDICTIONS,
};
pub use reserve::{
	Basis, LiquidityClass, LotPlace, ReserveFigures, ReserveStatus, Scope, MAX_SCOPES,
};

use polkadot_sdk::sp_runtime::{
	generic,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};

/// How transactions are signed: sr25519, ed25519 or ECDSA.
pub type Signature = MultiSignature;
/// A 32-byte account address.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// How a transaction names an account.
pub type Address = MultiAddress<AccountId, ()>;
/// An amount in the smallest unit: of an asset, or of ASY (12 decimals).
pub type Balance = u128;
/// A block's height.
pub type BlockNumber = u32;
/// How many transactions an account has sent.
pub type Nonce = u32;
/// BLAKE2b-256 hash.
pub type Hash = polkadot_sdk::sp_core::H256;
/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// Milliseconds since the Unix epoch.
pub type Moment = u64;

/// An asset's number in the ledger, as wallets show it.
pub type AssetId = u32;
/// An identity's number. An organisation is an identity of kind [`IdentityKind::Legal`].
pub type IdentityId = u32;
/// A vault's number.
pub type VaultId = u32;
/// A lot's id: BLAKE2b-256 over registry and normalised serial, so one bar has one id everywhere.
pub type LotId = Hash;
/// A redemption's number.
pub type RedemptionId = u64;
/// A docket's number.
pub type DocketId = u32;
/// An amount of the underlying in its smallest unit, for instance thousandths of a fine troy ounce.
pub type Quantity = u128;
/// A checkpoint's number, per asset: balances as they were stay known while it is open.
pub type CheckpointId = u32;
/// Basis points: 10,000 are the whole.
pub type BasisPoints = u32;

/// The whole in basis points.
pub const BPS: BasisPoints = 10_000;
/// One second in milliseconds.
pub const SECOND: Moment = 1_000;
/// One day in milliseconds.
pub const DAY: Moment = 86_400 * SECOND;
/// One ASY, the unit that fees are paid in.
pub const ASY: Balance = 1_000_000_000_000;
