//! The Assay node.
//!
//! One binary for validators, full nodes and archive nodes: Aura produces a block per slot of two
//! seconds, GRANDPA finalizes it, litep2p carries both and ParityDB keeps the state.
//!
//! Entry points: [`cli`] says what may be typed, [`command`] does it, [`service`] puts a running
//! node together, [`chain_spec`] knows the networks and [`rpc`] what a client may ask.

mod chain_spec;
mod cli;
mod command;
mod rpc;
mod service;

fn main() -> polkadot_sdk::sc_cli::Result<()> {
	command::run()
}
