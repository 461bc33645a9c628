//! The composed runtime: what no single pallet can show.

mod admission;
mod bypasses;
mod chain;
mod consensus;
#[cfg(feature = "runtime-benchmarks")]
mod costs;
mod custody;
mod dockets;
mod life;
mod lives;
mod machine;
mod nested;
mod no_root;
mod principals;
mod reads;
mod redemption;
mod replacement;
mod reserve_machine;
mod reserves;
mod roles;
mod scenarios;
mod statement;
mod stolen;
mod terms;
mod upgrade;
mod world;
