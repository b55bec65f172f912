academyFind.take("lbdiejdgihic","f-outcome",[["cost-of-visits","Cost of visits",0,"ge"],["days-at-home","Days at home",0,"aabaabaaabaaabacbab"]]);
