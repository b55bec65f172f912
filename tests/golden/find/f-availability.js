academyFind.take("lbdiejdgihic","f-availability",[["available","Available",0,"A"]]);
