academyFind.take("47e1d4829298","f-evidence",[["data","Figures given",0,"#%+"]]);
