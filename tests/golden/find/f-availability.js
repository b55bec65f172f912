academyFind.take("fce85edd772d","f-availability",[["available","Available",0,"="]]);
