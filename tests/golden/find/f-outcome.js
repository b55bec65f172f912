academyFind.take("523454b42957","f-outcome",[["cost-of-visits","Cost of visits",0,")'"],["days-at-home","Days at home",0,"##$##$###$###$#%$#$"]]);
