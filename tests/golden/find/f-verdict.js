academyFind.take("fce85edd772d","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
