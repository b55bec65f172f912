academyFind.take("1e414b68765a","f-availability",[["available","Available",0,"="]]);
