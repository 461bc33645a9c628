//! What the council and the officer do, in the model.

use super::{model::*, ops::*};

impl Model {
	pub fn govern(&mut self, op: &Op) -> Outcome {
		match *op {
			Op::Suspend(office) => {
				let suspended = &mut self.offices[office].suspended;
				when(
					!std::mem::replace(suspended, true),
					"Custody.AlreadySuspended",
				)
			},
			Op::Reinstate(office) => {
				let suspended = &mut self.offices[office].suspended;
				when(std::mem::replace(suspended, false), "Custody.NotSuspended")
			},
			Op::Renew(office, until) => {
				let until = until.map(|ahead| self.at(ahead));
				self.offices[office].until = until;
				when(
					until.is_none_or(|it| self.now <= it),
					"Custody.LicenceExpired",
				)
			},
			Op::RequireBond(custodian, required) => {
				self.offices[custodian].required = required;
				Ok(())
			},
			Op::Freeze(holder, freeze) => {
				let was = std::mem::replace(&mut self.purses[holder].frozen, freeze);
				when(freeze || was, "Compliance.NotFrozen")
			},
			Op::Sanction(holder, sanction) => {
				let was = std::mem::replace(&mut self.purses[holder].sanctioned, sanction);
				match sanction {
					true => when(!was, "Identities.AlreadySanctioned"),
					false => when(was, "Identities.NotSanctioned"),
				}
			},
			Op::Pause(true) => {
				let was = self.paused_since.replace(self.now);
				when(was.is_none(), "Compliance.AlreadyPaused")
			},
			Op::Pause(false) => {
				let since = self.paused_since.take().ok_or("Compliance.NotPaused")?;
				self.paused_before += self.now - since;
				Ok(())
			},
			Op::NameEscrow(named) => {
				self.escrow = named;
				Ok(())
			},
			_ => unreachable!("it is none of the council's"),
		}
	}
}
